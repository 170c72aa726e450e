"""What `samskab plan` says while it works and when it is done."""

from samskab.telling.language import Language

SAID = {
    Language.DANISH: {
        "reading": "Læser mappen",
        "first_plan": "Laver den første plan",
        "improving": "Forbedrer planen og beviser grænsen",
        "mending": "Gør planen i stand",
        "proving": "Beviser grænsen",
        "done": "Færdig",
        "writing": "Tegner rapporten",
        "phase": "Fase",
        "best": "Bedste plan",
        "left_out": "Behov, den udelader",
        "bound": "Ingen plan er billigere end",
        "gap": "Højst så meget bedre",
        "left": "Tid tilbage",
        "none": "endnu ingen",
        "no_limit": "ingen grænse",
        "seconds": "{seconds} s",
        "stop": "Ctrl-C slutter med den bedste plan indtil nu.",
        "stop_reading": "Ctrl-C slutter uden en plan.",
        "result": "Kursusgange: {sessions}; udeladte behov: {unserved}; pris: {total}",
        "bound_says": "Bevist: ingen plan for mappen koster under {bound}, og planen kan højst "
        "være {gap} bedre.",
        "bound_met": "Det er den bedste plan, der findes: det er bevist.",
        "bound_missing": "Der er endnu ikke bevist nogen grænse for, hvor billig en plan kan være.",
        "wrote": "Rapport: {report}",
        "files": "Også skrevet: {plan}, {workbook}",
        "interrupted": "Afbrudt: intet er skrevet.",
        "died": "Søgningen gik i stå af en fejl i Samskab, før der var en plan; intet er skrevet. "
        "Meld den gerne med linjerne ovenfor.",
        "no_folder": "{path} er en fil, ikke en mappe: vælg en mappe med --out.",
        "unwritable": "{path} kan ikke skrives ({why}): vælg en anden mappe med --out.",
        "no_dask": "Planlægning på en klynge kræver Dask, som ikke er installeret her: "
        "pip install 'samskab[cluster]'. Intet er skrevet.",
        "no_address": "{address!r} er ikke adressen på en Dask-scheduler: skriv tcp://VÆRT:PORT.",
        "unreachable": "Ingen Dask-scheduler svarer på {address}: start den med `dask scheduler`, "
        "ret adressen, eller udelad --cluster.",
        "deserted": "Der er ingen workers på klyngen på {address}: start dem med "
        "`dask worker {address}`.",
        "cut_off": "Dask-scheduleren på {address} svarer ikke længere.",
        "round_failed": "Klyngens maskiner kan ikke planlægge ({why}): alle skal have samme "
        "version af Python og Samskab, `samskab[cluster]`.",
        "no_plan_there": "{why} Intet er skrevet.",
        "plan_until_then": "{why} Den bedste plan indtil da er beholdt.",
        "workers": "Workers på klyngen",
        "lost_rounds": "{workers}; tabte runder, lavet om: {lost}",
        "broken": "Planen overholder ikke alle regler, og intet er skrevet. Det er en fejl i "
        "Samskab; meld den gerne med denne linje: {breach}",
    },
    Language.ENGLISH: {
        "reading": "Reading the folder",
        "first_plan": "Making the first plan",
        "improving": "Improving the plan and proving the bound",
        "mending": "Mending the plan",
        "proving": "Proving the bound",
        "done": "Done",
        "writing": "Drawing the report",
        "phase": "Phase",
        "best": "Best plan",
        "left_out": "Needs it leaves out",
        "bound": "No plan is cheaper than",
        "gap": "Better by at most",
        "left": "Time left",
        "none": "none yet",
        "no_limit": "no limit",
        "seconds": "{seconds} s",
        "stop": "Ctrl-C ends with the best plan so far.",
        "stop_reading": "Ctrl-C ends without a plan.",
        "result": "Sessions: {sessions}; needs left out: {unserved}; cost: {total}.",
        "bound_says": "Proven: no plan of this folder costs less than {bound}; the plan can be "
        "better by at most {gap}.",
        "bound_met": "This is the best plan there is: that is proven.",
        "bound_missing": "No bound has been proven yet on how cheap a plan can be.",
        "wrote": "Report: {report}",
        "files": "Also written: {plan}, {workbook}",
        "interrupted": "Interrupted: nothing was written.",
        "died": "The search fell over by a fault of Samskab before there was a plan; nothing was "
        "written. Please report it with the lines above.",
        "no_folder": "{path} is a file, not a folder: choose a folder with --out.",
        "unwritable": "{path} cannot be written ({why}): choose another folder with --out.",
        "no_dask": "Planning on a cluster needs Dask, which is not installed here: "
        "pip install 'samskab[cluster]'. Nothing was written.",
        "no_address": "{address!r} is not the address of a Dask scheduler: write tcp://HOST:PORT.",
        "unreachable": "No Dask scheduler answers at {address}: start it with `dask scheduler`, "
        "correct the address, or leave --cluster out.",
        "deserted": "There are no workers on the cluster at {address}: start them with "
        "`dask worker {address}`.",
        "cut_off": "The Dask scheduler at {address} does not answer any more.",
        "round_failed": "The machines of the cluster cannot plan ({why}): all need the same "
        "version of Python and of Samskab, `samskab[cluster]`.",
        "no_plan_there": "{why} Nothing was written.",
        "plan_until_then": "{why} The best plan until then is kept.",
        "workers": "Workers on the cluster",
        "lost_rounds": "{workers}; rounds lost and done again: {lost}",
        "broken": "The plan does not keep every rule, and nothing was written. This is a fault of "
        "Samskab; please report it with this line: {breach}",
    },
}

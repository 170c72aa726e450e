"""What `samskab plan` says while it works and when it is done."""

from samskab.cli.language import Language

SAID = {
    Language.DANISH: {
        "reading": "Læser mappen",
        "first_plan": "Laver den første plan",
        "improving": "Forbedrer planen og beviser grænsen",
        "proving": "Beviser grænsen",
        "done": "Færdig",
        "phase": "Fase",
        "best": "Bedste plan",
        "bound": "Ingen plan er billigere end",
        "gap": "Højst så meget bedre",
        "left": "Tid tilbage",
        "none": "endnu ingen",
        "seconds": "{seconds} s",
        "stop": "Ctrl-C slutter med den bedste plan indtil nu.",
        "result": "{sessions} kursusgange, {unserved} udeladte behov, {total} i alt. Bevist: "
        "ingen plan for mappen koster under {bound}; planen kan højst være {gap} bedre.",
        "wrote": "Rapport: {report}",
        "files": "Også skrevet: {plan}, {workbook}",
        "died": "Søgningen gik i stå af en fejl i Samskab, før der var en plan; intet er skrevet. "
        "Meld den gerne med linjerne ovenfor.",
        "unwritable": "{path} kan ikke skrives ({why}): vælg en anden mappe med --out.",
        "broken": "Planen overholder ikke alle regler, og intet er skrevet. Det er en fejl i "
        "Samskab; meld den gerne med denne linje: {breach}",
    },
    Language.ENGLISH: {
        "reading": "Reading the folder",
        "first_plan": "Making the first plan",
        "improving": "Improving the plan and proving the bound",
        "proving": "Proving the bound",
        "done": "Done",
        "phase": "Phase",
        "best": "Best plan",
        "bound": "No plan is cheaper than",
        "gap": "Better by at most",
        "left": "Time left",
        "none": "none yet",
        "seconds": "{seconds} s",
        "stop": "Ctrl-C ends with the best plan so far.",
        "result": "{sessions} sessions, {unserved} needs left out, {total} in all. Proven: no plan "
        "of this folder costs less than {bound}; the plan can be better by at most {gap}.",
        "wrote": "Report: {report}",
        "files": "Also written: {plan}, {workbook}",
        "died": "The search fell over by a fault of Samskab before there was a plan; nothing was "
        "written. Please report it with the lines above.",
        "unwritable": "{path} cannot be written ({why}): choose another folder with --out.",
        "broken": "The plan does not keep every rule, and nothing was written. This is a fault of "
        "Samskab; please report it with this line: {breach}",
    },
}

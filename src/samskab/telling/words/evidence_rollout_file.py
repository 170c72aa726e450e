"""What can be wrong with `rollout.toml` and the files beside it, a sentence each."""

from samskab.telling.language import Language
from samskab.telling.rollout_codes import RolloutFileCode as Code

DA, EN = Language.DANISH, Language.ENGLISH

SENTENCES: dict[str, dict[Language, str]] = {
    Code.WAVES_TOO_FEW: {
        DA: "Antal bølger i udrulningen: {waves}. Skriv mindst to [[waves]], for med færre er der "
        "intet at trække lod om.",
        EN: "Waves in the roll-out: {waves}. Write two [[waves]] or more, for with fewer there is "
        "nothing to draw.",
    },
    Code.WAVE_BACKWARDS: {
        DA: "Bølgen slutter {last_day}, før den begynder {first_day}: byt dagene om.",
        EN: "The wave ends on {last_day}, before it begins on {first_day}: swap the days.",
    },
    Code.WAVE_OUTSIDE: {
        DA: "Bølge »{wave}« ligger ikke helt mellem {first} og {last}, som er programmets første "
        "og sidste dag: flyt bølgen, eller forlæng programmet.",
        EN: "Wave “{wave}” is not wholly between {first} and {last}, the programme's first and "
        "last day: move the wave, or lengthen the programme.",
    },
    Code.WAVES_OUT_OF_ORDER: {
        DA: "Bølge »{after}« begynder, før »{before}« er slut {last_day}: skriv bølgerne i den "
        "orden, de kommer, og uden overlap.",
        EN: "Wave “{after}” begins before “{before}” has ended on {last_day}: write the waves in "
        "the order in which they come, without overlap.",
    },
    Code.SIZES_BACKWARDS: {
        DA: "Bølge »{wave}« skal tage mindst {least} og højst {most} enheder: det første tal må "
        "ikke være over det andet.",
        EN: "Wave “{wave}” is to take at least {least} and at most {most} units: the first may "
        "not be above the second.",
    },
    Code.PERIOD_BACKWARDS: {
        DA: "Perioden slutter {last_day}, før den begynder {first_day}: byt dagene om.",
        EN: "The period ends on {last_day}, before it begins on {first_day}: swap the days.",
    },
    Code.PERIODS_OUT_OF_ORDER: {
        DA: "Periode »{after}« begynder, før »{before}« er slut {last_day}: skriv perioderne i "
        "den orden, de kommer, og uden overlap.",
        EN: "Period “{after}” begins before “{before}” has ended on {last_day}: write the periods "
        "in the order in which they come, without overlap.",
    },
    Code.PERIODS_DO_NOT_PART: {
        DA: "Bølge »{a}« og »{b}« tæller fra samme periode og kan ikke skelnes: lad en periode "
        "begynde mellem de to bølgers sidste dage.",
        EN: "Waves “{a}” and “{b}” count from the same period and cannot be told apart: let a "
        "period begin between the last days of the two.",
    },
    Code.PERIODS_TOO_FEW: {
        DA: "Antal perioder: {periods}. Der skal mindst to til, en før og en efter.",
        EN: "Periods: {periods}. It takes two at least, one before and one after.",
    },
    Code.MODULE_COMES_AFTER: {
        DA: "Enhederne kan ikke begynde med »{module}«, for det kommer efter {after}: vælg et "
        "modul, der ikke kommer efter noget.",
        EN: "Units cannot start with “{module}”, for it comes after {after}: choose a module that "
        "comes after none.",
    },
    Code.NO_START_MODULE: {
        DA: "Ingen skal tage modulet »{module}«, så ingen enhed kan begynde med det: vælg et "
        "andet start_module, eller skriv behovene i needs.csv.",
        EN: "Nobody needs the module “{module}”, so no unit can start with it: choose another "
        "start_module, or write the needs in needs.csv.",
    },
    Code.UNIT_UNKNOWN: {
        DA: "Enheden »{unit}« er ikke med i udrulningen: skriv navnet, som det står i people.csv.",
        EN: "The unit “{unit}” is not in the roll-out: write its name as people.csv has it.",
    },
    Code.UNIT_IS_PERSON: {
        DA: "»{unit}« er både en enhed og en persons id, så lodtrækningen kan ikke skrives i "
        "windows.csv: giv personen et andet id.",
        EN: "“{unit}” is both a unit and a person's id, so that the lottery cannot be written to "
        "windows.csv: give the person another id.",
    },
    Code.UNIT_TWICE: {
        DA: "Enheden »{unit}« står her for anden gang: behold én linje.",
        EN: "The unit “{unit}” stands here for the second time: keep one line.",
    },
    Code.UNIT_MISSING: {
        DA: "Enheden »{unit}« mangler i {file}: tilføj en linje, eller undlad at balancere efter "
        "filens kolonner.",
        EN: "The unit “{unit}” is missing from {file}: add a line, or do not balance by the "
        "file's columns.",
    },
    Code.GROUP_TOO_SMALL: {
        DA: "En gruppe i together har mindst to forskellige enheder: tilføj en, eller slet "
        "gruppen.",
        EN: "A group of together has two different units or more: add one, or delete the group.",
    },
    Code.COLUMN_UNKNOWN: {
        DA: "units.csv har ingen kolonne »{column}«: tilføj den, eller slet den her.",
        EN: "units.csv has no column “{column}”: add it, or delete it here.",
    },
    Code.CHOICE_UNKNOWN: {
        DA: "{name} er »{text}«, men skal være en af: {known}.",
        EN: "{name} is “{text}”, but must be one of: {known}.",
    },
    Code.TRUTH_WANTED: {
        DA: "{name} skal være true eller false, uden anførselstegn.",
        EN: "{name} must be true or false, without quotation marks.",
    },
    Code.SHARE_OUTSIDE: {
        DA: "{name} er {number}, men skal ligge mellem 0 og 1: skriv 5 % som 0.05.",
        EN: "{name} is {number}, but must lie between 0 and 1: write 5% as 0.05.",
    },
    Code.SD_UNUSED: {
        DA: "Spredningen af {kind} følger af mean, så sd bruges ikke: slet sd, eller skriv kind = "
        '"continuous", hvor tallene spreder sig mere, som sygedage gør.',
        EN: "The spread of a {kind} follows from mean, so that sd is not used: delete sd, or write "
        'kind = "continuous" where figures vary more, as days of absence do.',
    },
    Code.SHARE_OF_MEAN: {
        DA: "Fra {mean} fører den mindste virkning, der betyder noget, til {reached}, som udfaldet "
        "ikke kan blive: gør smallest_relevant mindre.",
        EN: "From {mean} the smallest effect that matters leads to {reached}, which the outcome "
        "cannot be: make smallest_relevant smaller.",
    },
    Code.DESIGN_MISSING: {
        DA: "Der er ikke trukket lod endnu: kør først samskab rollout design på mappen.",
        EN: "Lots have not been drawn yet: run samskab rollout design on the folder first.",
    },
    Code.OUTCOME_MISSING: {
        DA: "Der står intet om, hvad der skal måles: skriv [outcome] i rollout.toml.",
        EN: "Nothing says what is to be measured: write [outcome] in rollout.toml.",
    },
    Code.POINTS_BACKWARDS: {
        DA: "Gevinsten »{name}« skal have pessimistic, probable og optimistic i stigende orden.",
        EN: "The benefit “{name}” must have pessimistic, probable and optimistic in rising order.",
    },
    Code.DESIGN_BROKEN: {
        DA: "Filen er ikke, som samskab rollout design skrev den ({why}): hent den rette tilbage, "
        "eller slet den og lodtrækningens linjer i windows.csv, og træk lod igen.",
        EN: "The file is not as samskab rollout design wrote it ({why}): put the right one back, "
        "or delete it and the lottery's rows in windows.csv, and draw lots again.",
    },
    Code.DESIGN_STALE: {
        DA: "Der er trukket lod om andre bølger, enheder eller moduler end dem, der står her nu: "
        "stil dem tilbage, eller træk igen med samskab rollout design --replace.",
        EN: "Lots were drawn over other waves, units or modules than those that stand here now: "
        "put them back, or draw again with samskab rollout design --replace.",
    },
    Code.PERIOD_UNKNOWN: {
        DA: "Perioden »{period}« findes ikke: skriv id på en af perioderne, {known}.",
        EN: "There is no period “{period}”: write the id of one of the periods, {known}.",
    },
    Code.RECORDED_EARLY: {
        DA: "Målingen er fra {day}, før periode »{period}« begynder {first_day}: ret dagen eller "
        "perioden.",
        EN: "The measurement is from {day}, before period “{period}” begins on {first_day}: "
        "correct the day or the period.",
    },
    Code.PERSON_TWICE: {
        DA: "»{person}« er allerede målt i enheden i periode »{period}«: behold én linje.",
        EN: "“{person}” has been measured in the unit in period “{period}” already: keep one line.",
    },
    Code.NOTHING_MEASURED: {
        DA: "Filen har ingen målinger: skriv en linje for hver enhed eller person i hver periode.",
        EN: "The file has no measurements: write a line for each unit or person in each period.",
    },
    Code.PERIOD_UNMEASURED: {
        DA: "Intet er målt i periode »{period}«: vent, til den er målt, eller tag den ud af "
        "rollout.toml.",
        EN: "Nothing is measured in period “{period}”: wait until it is, or take it out of "
        "rollout.toml.",
    },
    Code.CELL_UNMEASURED: {
        DA: "Enheden »{unit}« er ikke målt i periode »{period}«: skaf målingen, eller tag perioden "
        "ud for alle.",
        EN: "The unit “{unit}” is not measured in period “{period}”: get the measurement, or leave "
        "the period out for all.",
    },
    Code.UNIT_CHANGED_WAVE: {
        DA: "Enheden »{unit}« trak bølge »{wave}« og skulle stå med treated = {drawn} i periode "
        "»{period}«: svaret gælder kun bølgerne, som de blev trukket; regn enheden til den bølge, "
        "den trak, og sig det.",
        EN: "The unit “{unit}” drew wave “{wave}” and should stand with treated = {drawn} in "
        "period “{period}”: the answer holds only for the waves as they were drawn; count the unit "
        "to the wave that it drew, and say so.",
    },
    Code.MEASURED_BEFORE_LOCK: {
        DA: "Målingen er fra {day}, og analysen er låst {locked}: målinger fra den dag og før kan "
        "være set, da valgene blev truffet ({count} i alt). Tag dem ud, eller kør med "
        "--exploratory.",
        EN: "The measurement is from {day}, and the analysis was locked on {locked}: measurements "
        "of that day and before may have been seen when the choices were made ({count} in all). "
        "Leave them out, or run with --exploratory.",
    },
    Code.MODEL_WITHOUT_END: {
        DA: "Modellens beregning fandt ikke frem til et svar på disse data: brug "
        "permutationstesten, som ikke behøver modellen.",
        EN: "The model's computation did not come to an answer on these data: use the permutation "
        "test, which does not need the model.",
    },
    Code.NO_SPREAD_LEFT: {
        DA: "Enhederne i samme bølge er ens til mindste ciffer, så metoden kan ikke sige, hvor "
        "sikkert dens svar er.",
        EN: "The units of one wave are alike to the last digit, so that the method cannot say how "
        "sure its answer is.",
    },
    Code.LOCKED_ALREADY: {
        DA: "Analysen blev låst {locked} og låses kun én gang: det, der ændres nu, bliver mærket "
        "som eksplorativt.",
        EN: "The analysis was locked on {locked}, and is locked once only: what is changed now "
        "will be marked exploratory.",
    },
    Code.LOCK_BROKEN: {
        DA: "Filen er ikke, som samskab rollout lock skrev den ({why}): hent den rette tilbage.",
        EN: "The file is not as samskab rollout lock wrote it ({why}): put the right one back.",
    },
    Code.LOCK_OF_OTHERS: {
        DA: "Analysen blev låst for en anden lodtrækning end den i rollout/design.json: hent den "
        "rette lodtrækning tilbage.",
        EN: "The analysis was locked for another lottery than that of rollout/design.json: put the "
        "right lottery back.",
    },
    Code.UNIT_WITHOUT_NEED: {
        DA: "Ingen i enheden »{unit}« skal tage »{module}«, så den er ikke med i lodtrækningen.",
        EN: "Nobody of the unit “{unit}” needs “{module}”, so it is not in the lottery.",
    },
    Code.WAVE_SHORT_OF_SEATS: {
        DA: "I bølge »{wave}« er der plads til højst {seated} af {people} personer på én gang: giv "
        "bølgen flere dage, eller planen flere undervisere og lokaler.",
        EN: "Wave “{wave}” has room for {seated} of {people} people at most: give the wave more "
        "days, or the plan more facilitators and rooms.",
    },
    Code.START_UNKNOWN: {
        DA: "Om enhed »{unit}« kan begynde i bølge »{wave}«, blev ikke afgjort i tide: det regnes "
        "for et nej.",
        EN: "Whether unit “{unit}” can start in wave “{wave}” was not settled in time: it counts "
        "as a no.",
    },
    Code.STARTED_ALREADY: {
        DA: "Der er allerede trukket lod, og denne lodtrækning giver noget andet: træk kun om med "
        "--replace, og aldrig fordi svaret ikke passer.",
        EN: "Lots have been drawn already, and this lottery differs: draw anew with --replace "
        "only, and never because the answer does not suit.",
    },
}

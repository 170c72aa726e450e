"""What can be wrong with the files, tables and cells of a programme folder, a sentence each."""

from samskab.planner.folder import Code
from samskab.telling.language import Language

DA, EN = Language.DANISH, Language.ENGLISH

FILES: dict[str, dict[Language, str]] = {
    Code.FOLDER_MISSING: {
        DA: "Der er ingen mappe her: skriv stien til mappen med programme.toml.",
        EN: "There is no folder here: give the path of the folder that holds programme.toml.",
    },
    Code.FILE_MISSING: {
        DA: "Filen mangler: læg den i mappen.",
        EN: "The file is missing: put it in the folder.",
    },
    Code.FILE_OUTSIDE: {
        DA: "Filen er et link ud af mappen: læg selve filen i mappen.",
        EN: "The file is a link that leaves the folder: put the file itself in the folder.",
    },
    Code.FILE_UNREADABLE: {
        DA: "Filen kan ikke læses: se efter, om det er en fil, og om du må åbne den.",
        EN: "The file cannot be read: see whether it is a file and whether you may open it.",
    },
    Code.FILE_TOO_LARGE: {
        DA: "Filen er over {most_megabytes} MB og kan ikke være rigtig: se efter, hvad den er.",
        EN: "The file is over {most_megabytes} MB and cannot be right: see what it is.",
    },
    Code.FILE_EMPTY: {
        DA: "Filen er tom: udfyld den, eller slet den, hvis den kan undværes.",
        EN: "The file is empty: fill it in, or delete it where it is optional.",
    },
    Code.FILE_BINARY: {
        DA: "Filen er ikke tekst (den har et NUL-tegn her): gem den som tekst, ikke som regneark.",
        EN: "The file is not text (it has a NUL character here): save it as text, "
        "not as a workbook.",
    },
    Code.NOT_UTF8: {
        DA: "Filen er ikke UTF-8 fra dette tegn: gem den igen med tegnsættet UTF-8.",
        EN: "The file is not UTF-8 from this character on: save it again with the encoding UTF-8.",
    },
    Code.BYTE_ORDER_MARK: {
        DA: "Filen begynder med et byte order mark: gem den som UTF-8 uden BOM "
        "(Notesblok: Gem som, kodning UTF-8).",
        EN: "The file starts with a byte order mark: save it as UTF-8 without BOM "
        "(Notepad: Save as, encoding UTF-8).",
    },
    Code.FAULTS_TOO_MANY: {
        DA: "Filen har over {faults} fejl; resten er ikke vist: ret disse først.",
        EN: "The file has more than {faults} faults; the rest are not shown: mend these first.",
    },
    Code.FILE_UNKNOWN: {
        DA: "Filen er ikke en af mappens tabeller og er ikke læst: se efter, om navnet er "
        "stavet rigtigt.",
        EN: "The file is none of the folder's tables and was not read: see whether its name "
        "is right.",
    },
}

TABLES: dict[str, dict[Language, str]] = {
    Code.HEADER_UNKNOWN: {
        DA: "Første linje er ikke en overskrift: den skal nævne {columns}.",
        EN: "The first line is not a header: it must name {columns}.",
    },
    Code.COLUMN_MISSING: {
        DA: "Kolonnen {column} mangler: tilføj den i overskriften og i hver række.",
        EN: "The column {column} is missing: add it to the header and to each row.",
    },
    Code.COLUMN_TWICE: {
        DA: "Kolonnen {column} er der to gange: slet den ene.",
        EN: "The column {column} is there twice: delete one.",
    },
    Code.COLUMN_UNKNOWN: {
        DA: "Kolonnen {column} kendes ikke og er ikke læst.",
        EN: "The column {column} is unknown and was not read.",
    },
    Code.QUOTE_UNCLOSED: {
        DA: "Et anførselstegn åbnes her og lukkes aldrig: sæt det andet, eller slet dette.",
        EN: "A quotation mark opens here and never closes: add the other, or delete this one.",
    },
    Code.QUOTE_STRAY: {
        DA: "Der står tekst efter et lukket anførselstegn: skriv anførselstegn inde i en celle "
        "to gange.",
        EN: "Text follows a closed quotation mark: write quotation marks inside a cell twice.",
    },
    Code.CELLS_TOO_MANY: {
        DA: "Rækken har {cells} celler, overskriften {columns}: sæt anførselstegn om en celle "
        "med skilletegn i.",
        EN: "The row has {cells} cells, the header {columns}: put quotation marks around a cell "
        "that holds a separator.",
    },
    Code.CELLS_TOO_FEW: {
        DA: "Rækken har {cells} celler, overskriften {columns}: skriv også de tomme.",
        EN: "The row has {cells} cells, the header {columns}: write the empty ones too.",
    },
    Code.CELL_EMPTY: {
        DA: "Cellen i kolonnen {column} er tom: udfyld den.",
        EN: "The cell in the column {column} is empty: fill it in.",
    },
}

VALUES: dict[str, dict[Language, str]] = {
    Code.NUMBER_WRONG: {
        DA: "{name} er »{text}«, som ikke er et tal: skriv kun cifre og evt. decimaler.",
        EN: "{name} is “{text}”, which is no number: write only digits and decimals.",
    },
    Code.NUMBER_AMBIGUOUS: {
        DA: "{name} er »{text}«, som kan være både tusinder og decimaler: skriv tusinder uden "
        "punktum og decimaler med komma.",
        EN: "{name} is “{text}”, which may mean thousands or decimals: write thousands without "
        "a point and decimals with a comma.",
    },
    Code.NUMBER_TOO_SMALL: {
        DA: "{name} er {number}, men må ikke være under {least}.",
        EN: "{name} is {number}, but may not be below {least}.",
    },
    Code.NUMBER_NOT_ABOVE: {
        DA: "{name} er {number}, men skal være over {least}.",
        EN: "{name} is {number}, but must be above {least}.",
    },
    Code.NUMBER_TOO_LARGE: {
        DA: "{name} er {number}, men må ikke være over {most}.",
        EN: "{name} is {number}, but may not be above {most}.",
    },
    Code.WHOLE_WRONG: {
        DA: "{name} er »{text}«, men skal være et helt tal.",
        EN: "{name} is “{text}”, but must be a whole number.",
    },
    Code.DECIMAL_COMMA: {
        DA: "{name} er »{text}« med decimalkomma i en kommasepareret fil: skriv decimalpunktum, "
        "eller adskil cellerne med semikolon.",
        EN: "{name} is “{text}” with a decimal comma in a comma separated file: write a decimal "
        "point, or separate the cells with semicolons.",
    },
    Code.DAY_WRONG: {
        DA: "{name} er »{text}«, som ikke er en dato: skriv år-måned-dag, fx 2027-02-28.",
        EN: "{name} is “{text}”, which is no date: write year-month-day, such as 2027-02-28.",
    },
    Code.DAY_NOT_THERE: {
        DA: "Datoen »{text}« findes ikke: ret den til en dag i kalenderen.",
        EN: "The date “{text}” does not exist: change it to a day of the calendar.",
    },
}

SENTENCES = FILES | TABLES | VALUES
"""What the terminal says, in Danish and English."""

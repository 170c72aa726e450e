"""`programme.toml`, broken on purpose."""

from tests.planner.folder.bad_folder import (
    BadFolder,
    at,
    in_programme,
)
from tests.planner.folder.sound_folder import PROGRAMME, edited

from samskab.planner.folder import Code

OF_THE_PROGRAMME = (
    BadFolder(
        "no TOML",
        edited("programme.toml", "group_max = 12", "group_max 12"),
        at(Code.TOML_BROKEN, "programme.toml", 11, 11),
    ),
    BadFolder(
        "TOML that breaks off",
        edited("programme.toml", "gap_days_min = 7\n", "gap_days_min ="),
        at(Code.TOML_BROKEN, "programme.toml", 21, 15),
    ),
    BadFolder(
        "a key of the programme that is missing",
        edited("programme.toml", 'title = "Ledelse i praksis"\n', ""),
        at(Code.KEY_MISSING, "programme.toml", 1),
    ),
    BadFolder(
        "a key of a module that is missing",
        edited("programme.toml", 'title = "Samtaler"\n', ""),
        at(Code.KEY_MISSING, "programme.toml", 13),
    ),
    BadFolder(
        "a key that says nothing",
        edited("programme.toml", "Samtaler", " "),
        at(Code.KEY_MISSING, "programme.toml", 15),
    ),
    BadFolder(
        "an unknown key",
        in_programme("  parallel_sessions = 2"),
        warnings=at(Code.KEY_UNKNOWN, "programme.toml", 4, 3),
    ),
    BadFolder(
        "a number for a text",
        edited("programme.toml", '"Samtaler"', "7"),
        at(Code.TEXT_WANTED, "programme.toml", 15),
    ),
    BadFolder(
        "a text for a list",
        edited("programme.toml", '["m1"]', '"m1"'),
        at(Code.LIST_WANTED, "programme.toml", 20),
    ),
    BadFolder(
        "a text for a section",
        in_programme('rules = "2"'),
        at(Code.TABLE_WANTED, "programme.toml", 4),
    ),
    BadFolder(
        "clock times backwards",
        in_programme('day = {pm = ["16:00", "12:30"]}'),
        at(Code.CLOCKS_WANTED, "programme.toml", 4, 8),
    ),
    BadFolder(
        "a clock time that does not exist",
        in_programme('day = {am = ["08:30", "24:00"]}'),
        at(Code.CLOCKS_WANTED, "programme.toml", 4, 8),
    ),
    BadFolder(
        "an afternoon before the morning ends",
        in_programme('day = {pm = ["11:30", "15:00"]}'),
        at(Code.DAY_PARTS_OVERLAP, "programme.toml", 4, 8),
    ),
    BadFolder(
        "a module named twice",
        edited("programme.toml", '["m1"]', '["m1", "m1"]'),
        at(Code.LISTED_TWICE, "programme.toml", 20, 16),
    ),
    BadFolder(
        "no time zone",
        in_programme('timezone = "Europe/Fjordby"'),
        at(Code.TIMEZONE_UNKNOWN, "programme.toml", 4),
    ),
    BadFolder(
        "a time zone that is a path",
        in_programme('timezone = "../../etc/hostname"'),
        at(Code.TIMEZONE_UNKNOWN, "programme.toml", 4),
    ),
    BadFolder(
        "an organizer that is no address",
        in_programme('organizer = "HR i Fjordby"'),
        at(Code.ADDRESS_WRONG, "programme.toml", 4),
    ),
    BadFolder(
        "an organizer that is two",
        in_programme('organizer = "a@b.example, c@d.example"'),
        at(Code.ADDRESS_WRONG, "programme.toml", 4),
    ),
    BadFolder(
        "an organizer that no mailto: can name as it is",
        in_programme('  organizer = "søren@fjordby.example"'),
        at(Code.ADDRESS_WRONG, "programme.toml", 4, 3),
    ),
    BadFolder(
        "an organizer that is no text",
        in_programme("organizer = 7"),
        at(Code.TEXT_WANTED, "programme.toml", 4),
    ),
    BadFolder(
        "a country without holidays",
        in_programme('holidays = "Danmark"'),
        at(Code.HOLIDAYS_UNKNOWN, "programme.toml", 4),
    ),
    BadFolder(
        "a horizon backwards",
        edited("programme.toml", "last_day = 2027-03-26", "last_day = 2026-03-26"),
        at(Code.HORIZON_BACKWARDS, "programme.toml", 3),
    ),
    BadFolder(
        "a horizon without end",
        edited("programme.toml", "last_day = 2027-03-26", "last_day = 9999-12-31"),
        at(Code.HORIZON_TOO_LONG, "programme.toml", 3),
    ),
    BadFolder(
        "a closed period backwards",
        in_programme("closed = [2027-02-02, {from = 2027-02-19, to = 2027-02-15}]"),
        at(Code.CLOSED_BACKWARDS, "programme.toml", 4, 23),
    ),
    BadFolder(
        "a closed day that is none",
        in_programme('closed = [\n  "2027-02-02",\n  7,\n]'),
        at(Code.DAY_WRONG, "programme.toml", 6, 3),
    ),
    BadFolder(
        "a share above one",
        in_programme("rules.max_away_per_unit = 1.5"),
        at(Code.SHARE_WRONG, "programme.toml", 4),
    ),
    BadFolder(
        "a speed of nothing",
        in_programme("prices.speed_kmh = 0"),
        at(Code.NUMBER_NOT_ABOVE, "programme.toml", 4),
    ),
    BadFolder(
        "a price that is no number",
        in_programme("prices.km = nan"),
        at(Code.NUMBER_WRONG, "programme.toml", 4),
    ),
    BadFolder(
        "an id with a space",
        {
            "programme.toml": PROGRAMME.replace('"m2"', '"m 2"'),
            "needs.csv": "person,module\np1,m1\n",
            "facilitators.csv": "id,name,modules,fee_per_half_day\nf1,Underviser 1,m1,5000\n",
        },
        at(Code.ID_WITH_SPACE, "programme.toml", 14),
    ),
    BadFolder(
        "a format that there is not",
        edited("programme.toml", '"online"', '"teams"'),
        at(Code.FORMAT_UNKNOWN, "programme.toml", 16),
    ),
    BadFolder(
        "a module twice",
        edited("programme.toml", 'id = "m2"', 'id = "m1"'),
        (
            (Code.ID_TWICE, "programme.toml", 14, 1),
            (Code.MODULE_UNKNOWN, "facilitators.csv", 2, 17),
            (Code.MODULE_UNKNOWN, "needs.csv", 3, 4),
        ),
    ),
    BadFolder(
        "a gap backwards",
        in_programme("gap_days_max = 6", "gap_days_min = 7\n"),
        at(Code.GAP_BACKWARDS, "programme.toml", 21),
    ),
    BadFolder(
        "an unknown module in after",
        edited("programme.toml", '["m1"]', '["m1", "m9"]'),
        at(Code.MODULE_UNKNOWN, "programme.toml", 20, 16),
    ),
    BadFolder(
        "an unknown module in a track",
        in_programme('rules.keep_together = [["m1", "m9"]]'),
        at(Code.MODULE_UNKNOWN, "programme.toml", 4, 31),
    ),
)

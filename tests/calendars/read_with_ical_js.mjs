// Reads calendars with ical.js and prints what they say: file names in (JSON, stdin), JSON out.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;

const utc = (time) => time.toJSDate().toISOString();

function party(property) {
  const { cn, partstat, role, rsvp } = property.toJSON()[1];
  return { mail: property.getFirstValue(), name: cn, partstat, role, rsvp };
}

// Every time at which the event takes place, exceptions of its series in their places.
function occurrences(event) {
  if (!event.isRecurring()) {
    return [[utc(event.startDate), utc(event.endDate)]];
  }
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const details = event.getOccurrenceDetails(next);
    found.push([utc(details.startDate), utc(details.endDate)]);
  }
  return found;
}

function appointment(component) {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    stamp: utc(component.getFirstPropertyValue("dtstamp")),
    summary: event.summary,
    location: event.location,
    description: event.description,
    status: component.getFirstPropertyValue("status"),
    organizer: component.getAllProperties("organizer").map(party),
    attendees: component.getAllProperties("attendee").map(party),
    blocks: occurrences(event),
  };
}

function calendar(path) {
  const root = new ICAL.Component(ICAL.parse(readFileSync(path, "utf-8")));
  const events = root.getAllSubcomponents("vevent");
  return {
    method: root.getFirstPropertyValue("method"),
    version: root.getFirstPropertyValue("version"),
    name: root.getFirstPropertyValue("x-wr-calname"),
    components: root.getAllSubcomponents().length,
    events: events.filter((one) => !one.hasProperty("recurrence-id")).map(appointment),
  };
}

const paths = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(paths.map(calendar)));

// What rules count between days, for engines that know of no calendar: done before they are timed.

const parts = (day) => day.split("-").map(Number);
const pad = (number) => String(number).padStart(2, "0");

/** Full months from a day to another; a month that begins on a day which the last one lacks is full when that is over. */
function months(from, to) {
  const [one, other] = [parts(from), parts(to)];
  return Math.max(0, (other[0] - one[0]) * 12 + other[1] - one[1] - (other[2] < one[2] ? 1 : 0));
}

/** A day of a year, or the last one of its month. */
function inYear(year, month, day) {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${pad(month)}-${pad(Math.min(day, last))}`;
}

/** The day that a rule names; none where its question is not answered. */
function named(day, answers, on) {
  if (day === "on") return on;
  const [[kind, what]] = Object.entries(day);
  if (kind === "fixed") return what;
  if (kind === "answer") return answers[what];
  if (kind === "in-year") {
    const year = answers[what.year];
    return year && inYear(year + what.plus, what.month, what.day);
  }
  if (kind === "before") {
    const later = named(what.day, answers, on);
    if (!later) return later;
    const [year, month, number] = parts(later);
    return inYear(year - what.years, month, number);
  }
  throw new Error(`no engine is told of the day ${kind}`);
}

/** What a rule counts between days; nothing where one of them is missing. */
export function count({ years, records, notBefore }, answers, on) {
  const { from, to, of, begun, day, earliest } = years ?? records ?? notBefore;
  if (notBefore) {
    const [one, other] = [named(day, answers, on), named(earliest, answers, on)];
    return one && other && one >= other ? 1 : 0;
  }
  const [first, last] = [named(from, answers, on), named(to, answers, on)];
  if (!first || !last) return 0;
  if (records) return (answers[of] ?? []).filter((record) => first <= record && record <= last).length;
  if (begun) throw new Error("no engine is told of years that have begun");
  return Math.floor(months(first, last) / 12);
}

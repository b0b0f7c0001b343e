// Written by the tests of this crate; do not edit: JIFEN_WRITE_TYPES=1 cargo test -p jifen-js declarations

/** One city's points system in one use, in one edition of its rules. */
export interface Scheme {
    /** Stable; everything else asks for the scheme by it. */
    id: string;
    city: City;
    name: Text;
    /** What the points are good for. */
    purpose: Text;
    /** The edition whose line this is: the one that is written whole. */
    edition: Edition;
    /** All editions, by their days; drafts stand last. */
    editions: Edition[];
    line: Line;
}

/** A city that has at least one scheme. */
export interface City {
    id: string;
    name: Text;
}

/** The same words in Chinese and in English; the lint refuses an empty one. */
export interface Text {
    /** Simplified Chinese. */
    zh: string;
    /** English. */
    en: string;
}

/** A scheme's rules between two days. */
export interface Edition {
    id: string;
    name: Text;
    /** Whether it has been adopted; a draft is never used by itself. */
    kind: EditionKind;
    /** First day in force; `null` where a draft names none. */
    from: Day | null;
    /** Last day in force; `null` where no end was found. */
    to: Day | null;
    /** The day on which the facts were last checked. */
    checked: Day;
}

/** Whether an edition has been adopted. */
export type EditionKind =
    /** Issued by the office. */
    | "adopted"
    /** Published as a proposal. It is never used by itself. */
    | "draft";

/** A calendar day, `YYYY-MM-DD`. Days have no time zone. */
export type Day = string;

/** What the total is held against. */
export interface Line {
    name: Text;
    /** The least total that passes; `null` where only a ranking decides. */
    threshold: Points | null;
    /** Whether each round ranks by points, so that no threshold alone decides. */
    ranking: boolean;
}

/** Exact to the hundredth, such as `120` or `97.13`. */
export type Points = number;

/** A fact about the person; `kind` says what an answer looks like. */
export type Question = YesNoQuestion | ChoiceQuestion | NumberQuestion | DateQuestion | DatesQuestion | MonthCountsQuestion | PeriodsQuestion;

export interface QuestionBase {
    /** Stable; answers are given under it. */
    id: string;
    ask: Text;
    /** A short noun for the fact, for sentences that name it. */
    noun: Text;
    /** What counts and what does not. */
    help: Text | null;
    /** Whether the answer follows from periods that another question takes, unless it is given by hand. */
    follows: boolean;
    /** What each month of it reaches or exceeds: so many percent of a figure that changes with the years. */
    multiple?: Multiple;
    /** Whether one answer serves every city. */
    scope: Scope;
    /**
     * How the fact can change, and so what can be advised of it: by itself, by effort, by looking it up, not so that
     * anybody could plan it, or not at all.
     */
    changes: Change;
    /** Whether it is asked only after certain other answers. Not asked counts as nothing: no, zero, none. */
    conditional: boolean;
    /** Ids of the conditions and indicators that rest on it. */
    usedBy: string[];
}

/** Answered by `true` or `false`. */
export interface YesNoQuestion extends QuestionBase {
    kind: "yes-no";
}

/** Answered by the id of an option. */
export interface ChoiceQuestion extends QuestionBase {
    kind: "choice";
    /** From least to most where they have an order. */
    options: Option[];
}

/** Answered by a number, or by a decimal string where `decimals` is above 0. */
export interface NumberQuestion extends QuestionBase {
    kind: "number";
    /** `calendar-year`: such as 2026; `percent`: 0 to 100; `times`: items or pieces. */
    unit: Unit;
    /** The smallest answer, in units. */
    min: number;
    /** The largest answer, in units. */
    max: number;
    /** Decimals an answer may have, 0 to 4. */
    decimals: number;
}

/** Answered by a day, `YYYY-MM-DD`. */
export interface DateQuestion extends QuestionBase {
    kind: "date";
    /** The earliest answer. */
    min: Day;
    /** The latest answer; without it, the day of the assessment. */
    max?: Day;
}

/**
 * Answered by the days of records, `["YYYY-MM-DD"]`, none of them after the day of the assessment; `[]`: there
 * are none.
 */
export interface DatesQuestion extends QuestionBase {
    kind: "dates";
    /** The most records an answer may hold. */
    max: number;
}

/**
 * Answered by a list of months, `[3, 12]`, a piece each, the one that goes on last; `[]`: there are none. A number
 * is one piece.
 */
export interface MonthCountsQuestion extends QuestionBase {
    kind: "month-counts";
    /** The most months of a piece. */
    max: number;
    /** The most pieces an answer may hold. */
    most: number;
}

/**
 * Answered by a list of periods, `["2021-12/2024-03", "2024-04/.. 12000 arrears"]`: the first month and the last, `..`
 * where it goes on, then the base in yuan where `base` says so, and the kind, one of `options`, the first where none
 * is named. The answers to other questions follow from it, unless they have their own.
 */
export interface PeriodsQuestion extends QuestionBase {
    kind: "periods";
    /** The kinds, the usual one first. */
    options: Option[];
    /** The most periods an answer may hold. */
    most: number;
    /** Whether the base of the months is asked for. */
    base: boolean;
}

/** An option of a choice. */
export interface Option {
    id: string;
    zh: string;
    en: string;
}

/** What a number counts. */
export type Unit =
    /** Months; the page asks for years and months where there can be many. */
    | "months"
    /** Whole years. */
    | "years"
    /** Days. */
    | "days"
    /** A calendar year. */
    | "calendar-year"
    /** Yuan. */
    | "yuan"
    /** People. */
    | "people"
    /** Percent. */
    | "percent"
    /** Times, items, pieces. */
    | "times"
    /** Hours. */
    | "hours"
    /** Millilitres. */
    | "millilitres";

/** A multiple of a figure that changes with the years. */
export interface Multiple {
    /** The figure's id. */
    of: string;
    percent: number;
    /** Of how many last months the question counts those that reach it. */
    lastMonths: number | null;
    figures: Figure[];
}

/** The figure of some months. */
export interface Figure {
    /** The first month, such as `2026-07`. */
    from: Month;
    /** The last month. */
    to: Month;
    /** Yuan a month; several where sources disagree, none where nothing was found. */
    yuan: number[];
    grade: Grade;
}

/** A month of the calendar, from January of the year 0 to December of the year 9999. */
export type Month = string;

/** How a value was checked, from best to weakest. */
export type Grade =
    /** Read in an official text. */
    | "official"
    /** Two or more independent sources agree. */
    | "two-sources"
    /** One source says so. */
    | "one-source"
    /** Computed or concluded from a stated fact; no source states it. */
    | "derived"
    /** Sources disagree; the citation holds the readings. */
    | "conflicting";

/** Whether one answer serves every city. */
export type Scope =
    /** Answered once, used by every city. */
    | "person"
    /** Asked in each city. */
    | "city";

/** How a fact can change. What advice says of it follows: look it up, do it, wait for it, or nothing. */
export type Change =
    /**
     * By itself, while the person goes on as now. A calendar year that changes so is the scheme's round: all months
     * and years of the scheme are counted up to it and move with it, not with the calendar.
     */
    | "time"
    /** By what the person does. */
    | { effort: Effort }
    /** Not by doing anything: it is so already or it is not, and a list or a paper says which. Advice is to look. */
    | "look-up"
    /**
     * It can change, but nobody plans it or is told to: an award, bravery, blood given, a marriage; and sums of years
     * that are over, such as tax paid. Advice leaves it alone.
     */
    | "unplanned"
    /** Not at all. */
    | "never";

/** What a change by effort takes. */
export type Effort =
    /** Studying for a diploma or degree. */
    | "study"
    /** Earning a title or a skill certificate. */
    | "certificate"
    /** Insurance paid on a higher base. */
    | "insurance-base"
    /** A change of employer, post or filing. */
    | "employment"
    /** Papers, registrations and records put in order. */
    | "paperwork"
    /** Investing or employing. */
    | "investment"
    /** Moving home. */
    | "home"
    /** Service to others, such as volunteering. */
    | "service";

/** What comes out for one person, one scheme and one day. */
export interface AssessmentReport {
    /** The scheme's id. */
    scheme: string;
    edition: Edition;
    /** Whether the edition is in force on `on`. It is computed with all the same. */
    inForce: boolean;
    /**
     * Whether the edition can be relied on for `on`; nobody passes by one that has ended, may have been repealed or is
     * not yet in force.
     */
    validity: Validity;
    on: Day;
    total: PointRange;
    leftOut: LeftOut;
    /** What base indicators give. */
    base: PointRange;
    /** What bonus indicators give. */
    bonus: PointRange;
    /** What deductions take away: zero or less. */
    deduction: PointRange;
    line: Line;
    /** The points that rank, where the scheme ranks. */
    ranked?: PointRange;
    /** Against each past cut-off, oldest first, where there are any. */
    standings?: Standing[];
    verdict: Verdict;
    conditions: ConditionReport[];
    indicators: IndicatorReport[];
    /** Ids of the questions that are asked and neither answered nor presumed. */
    open: string[];
    /**
     * Numbers by question id, in the question's unit: what was presumed where nothing was answered, such as the
     * coming round, where anything was.
     */
    presumed?: { [id: string]: number };
    /** What the histories among the answers say of the questions that follow from them, and how that came about. */
    followed?: Followed[];
    /** Ids of the notices that concern this person. */
    notices: string[];
}

/** Whether an edition can be relied on for a day. Nobody passes by one that cannot. */
export type Validity =
    /** In force. */
    | "in-force"
    /** In force by its dates, but possibly repealed. */
    | "doubtful"
    /** Past its end; what holds now is not known here. */
    | "ended"
    /** Not yet in force. */
    | "not-yet"
    /** A proposal that nobody has adopted. */
    | "draft";

/** Everything points may still turn out to be: from `low` to `high`, both included. */
export interface PointRange {
    /** At least this much. */
    low: Points;
    /** At most this much; `null` where nobody can say how much. */
    high: Points | null;
}

/** What parts of the official table that the scheme leaves out could do to the total, beyond it. */
export interface LeftOut {
    /** The most they could add; `null` where nobody can say. The verdict is never `short` while this would be enough. */
    adds: Points | null;
    /** The most they could take away; `null` where nobody can say. */
    takes: Points | null;
}

/** The person's points against the cut-off of a past round. */
export interface Standing {
    /** The past round, such as its year. */
    round: string;
    /** The least points admitted then. */
    cutoff: Points;
    /** Whether points by these rules can be held against it: other rules may have set it. */
    comparable: boolean;
    /** Whether the points that rank reach it; `null` while an open answer decides, and where they cannot be compared. */
    reached: boolean | null;
    grade: Grade;
}

/** Whether the person passes. */
export type Verdict =
    /** Every condition is met and the line is reached, whatever is still open, by rules that are in force. */
    | "pass"
    /** Nothing that is still open can reach the line. */
    | "short"
    /** A condition is not met, or a veto holds. */
    | "ineligible"
    /**
     * What is still open decides; or a ranking does, which no rule can foresee; or the rules have ended, may have been
     * repealed or are not yet in force, so that reaching their line says nothing of what holds.
     */
    | "undecided";

/** Something that must hold to apply. */
export interface ConditionReport {
    id: string;
    name: Text;
    state: ConditionState;
    /** Whether a failure ends the application whatever the points. */
    veto: boolean;
    /** The answers it rests on. */
    answers: GivenAnswers;
    /** What the rule wants. */
    wants: Text;
    clause: Clause;
    /** What to do, where it is not met. */
    cure?: Text;
    /** The smallest change of the answers that meets it, where there is one. */
    fix?: Fix;
}

/** The state of a condition. */
export type ConditionState =
    /** It holds. */
    | "met"
    /** It does not hold. */
    | "unmet"
    /** An answer is missing. */
    | "unknown"
    /** It does not apply to this person. */
    | "not-applicable";

/** The answers that a rule rests on, by question id, as given or as they follow from a history; `null` where one is open. */
export type GivenAnswers = { [id: string]: boolean | string | number | number[] | Day[] | null };

/** Where a rule comes from. */
export interface Clause {
    /** The document's id. */
    document: string;
    /** The document's official number. */
    number?: string;
    title?: Text;
    /** The article, where a source names it. */
    article?: Text;
    grade: Grade;
    /** The sources that say so, where they are named. */
    sources?: Source[];
    /** What to know about the evidence. */
    note?: Text;
    /** Where sources disagree: each reading; the first is the one used. */
    readings?: Text[];
}

/** A source that a rule was read in. */
export interface Source {
    /** Who publishes it. */
    publisher: Text;
    kind: SourceKind;
    /** The year, month or day of what was read, where that is known. */
    dated?: string;
}

/** What sort of source something was read in. */
export type SourceKind =
    /** A page of the office. */
    | "official"
    /** A copy of an official page or text that somebody else keeps. */
    | "copy"
    /** Lists and other data that the office published, kept by others or not. */
    | "data"
    /** A newspaper, a news agency, a broadcaster. */
    | "press"
    /** A site that restates rules for its readers. */
    | "site"
    /** A business that sells help with applications. */
    | "agency"
    /** The code of a public calculator. */
    | "program"
    /** Notes that somebody compiled. */
    | "notes";

/** Changes of the answers, all of them needed. */
export interface Fix {
    steps: FixStep[];
    /** Points that the indicator gains; 0 for a condition. */
    gain: Points;
}

/** One change of an answer. */
export interface FixStep {
    /** The question's id. */
    question: string;
    /** What the answer would have to be. */
    answer?: boolean | string | number | number[];
    /** Nothing but waiting until this day. */
    until?: Day;
}

/** Something that the scheme scores. */
export interface IndicatorReport {
    id: string;
    name: Text;
    group: Group;
    /** Its own points, whether or not they count. */
    points: PointRange;
    /** Whether they enter the total; `null` while an open answer decides which of several counts. */
    counted: boolean | null;
    /** The answers it rests on. */
    answers: GivenAnswers;
    /** How it scores. */
    wants: Text;
    /** The most it gives, where the rule caps it. */
    cap?: Points;
    clause: Clause;
    /** The rule that counts it together with others, where there is one. */
    together?: Together;
    /** The smallest change of the answers that gains points, where there is one. */
    fix?: Fix;
}

/** A group of indicators. */
export type Group =
    /** 基础指标 */
    | "base"
    /** 加分指标 */
    | "bonus"
    /** 减分指标 */
    | "deduction";

/** A rule that counts several indicators together. */
export interface Together {
    id: string;
    keep: Keep;
    /** What the rule says. */
    wants: Text;
    clause: Clause;
}

/** What counts of the indicators of a combination. */
export type Keep =
    /** Only the highest; the first listed where several are equal. */
    | "highest"
    /** All, up to a shared cap. */
    | { capped: Points }
    /** All, but never less than this: the person may leave them out where they cost more than they bring. */
    | { floored: Points };

/** How the answer to a question was counted from histories. */
export interface Followed {
    /** The question's id. */
    question: string;
    /** The ids of the histories. */
    histories: string[];
    /** What it is at least; of yes and no, 1 and 0. */
    low: number;
    /** What it is at most; the same unless a base, a figure or an end is not known. */
    high: number;
    /** Whether it counts while nothing is given by hand: other answers may speak against it. */
    counts: boolean;
    /** The first month that was looked at, where only the last so many count. */
    first?: Month;
    /** The last month that was looked at. */
    last: Month;
    /** The months that count, from the first to the last of each stretch. */
    counted: Month[][];
    /** The months whose base does not reach the figure. */
    short?: Short[];
    /** The months of which it is not known whether they count. */
    open?: Month[][];
}

/** Months whose base does not reach the figure. */
export interface Short {
    /** The first and the last month. */
    months: Month[];
    /** What is missing in each, in yuan. */
    yuan: number;
}

/** The nearest ways to the line for one person, one scheme and one day. */
export interface AdviceReport {
    /** The scheme's id. */
    scheme: string;
    on: Day;
    /** What can be concluded. Nothing is, from an answer that is still open. */
    conclusion: Conclusion;
    /** The open questions that can still move something, those that decide first. */
    deciding: Deciding[];
    /** Ids of the questions that would give points and that nobody plans, such as awards. No suggestion names them. */
    unplanned: string[];
    /** Points missing to the threshold, where there is one; open answers count as little as they can. */
    missing?: Points;
    /** Points missing to each past cut-off, oldest first, where there are any. */
    distances?: Distance[];
    /**
     * What reaches the line, then what meets a condition, then what only comes closer; of each the soonest first,
     * then the smallest. Empty for a person who passes.
     */
    suggestions: Suggestion[];
}

/** What can be concluded for a person. */
export type Conclusion =
    /** The line is reached with every condition met, whatever is still open. */
    | "enough"
    /** A suggestion reaches the line, whatever is still open. */
    | "ways"
    /** No suggestion is sure to reach the line, and open answers could change that. */
    | "open"
    /** Everything that could matter is answered, and no one or two changes within ten years reach the line. */
    | "no-way"
    /** There is no line that alone decides; suggestions say where more points are. */
    | "more";

/** An open question, and how much its answer can still move. */
export interface Deciding {
    /** The question's id. */
    question: string;
    /**
     * How far apart its answers can put the points, the other open answers being whatever serves that most; `null` where
     * nobody can say how far.
     */
    points: Points | null;
    /** Ids of the open conditions that an answer to it alone settles. */
    conditions: string[];
    /** Whether the verdict can depend on it. */
    decides: boolean;
}

/** What is missing to the cut-off of a past round. */
export interface Distance {
    /** The past round, such as its year. */
    round: string;
    /** The least points admitted then. */
    cutoff: Points;
    missing: Points;
    grade: Grade;
}

/** One or two changes, perhaps with a wait, and what they bring. All of it holds whatever the open answers are. */
export interface Suggestion {
    kind: SuggestionKind;
    /** What kind of act it is. */
    act: SuggestionAct;
    /** The line it reaches: the threshold, or the latest cut-off, which is a mark on the way and no pass. */
    line?: Points;
    /** The id of the condition it meets. */
    condition?: string;
    /** The answers to change: two, one, or none where waiting alone does it. */
    steps: FixStep[];
    /**
     * What these changes bring along: answers that make their questions be asked, and answers to questions that are
     * asked because of them, such as the insurance base that a title demands.
     */
    brings: FixStep[];
    /** Whether going on as now until the day is a change of its own. */
    waits: boolean;
    /** How long its steps take, where the rules have a word on it. */
    leads: Lead[];
    /** The first day on which it can be so; only the earliest where a lead was not found. */
    day: Day;
    /** Full months from `on` to that day. */
    months: number;
    /** Whether that day lies after the end of the edition, so that other rules may hold by then. */
    afterEdition: boolean;
    /** The last day of the round that is meant, where that day lies after it; absent where it does not. */
    afterRound?: Day;
    /** The verdict on that day. */
    verdict: Verdict;
    /** The total on that day. */
    total: PointRange;
    /** What the total surely gains, whatever the open answers are. */
    gain: Points;
    /** The indicators that bring more or less to the total. */
    shifts: Shift[];
    /** Ids of the conditions that hold then and do not now. */
    meets: string[];
    /** Ids of the conditions that do not surely hold then. */
    lacks: string[];
    /** Ids of the questions that are newly asked and still open then. */
    opens: string[];
    /** The past rounds whose cut-off the points reach then and do not now, where there are any. */
    reaches?: string[];
}

/** What a suggestion comes to. */
export type SuggestionKind =
    /** The line, with every condition met. */
    | "reaches"
    /** A condition; more is needed for the line. */
    | "meets-condition"
    /** It gains points and is not enough. */
    | "closer";

/** What kind of act a suggestion is. */
export type SuggestionAct =
    /** Looking something up. */
    | "look-up"
    /** Doing something. */
    | "do"
    /** Nothing but time. */
    | "wait";

/** How long a change takes, as the rules say it. */
export interface Lead {
    /** The id of the question whose answer changes. */
    question: string;
    /** Months at the least, counted from when it is begun; `null` where it was looked for and not found. */
    months: number | null;
    /** How well that was checked. */
    grade: Grade | null;
    note: Text | null;
}

/** What an indicator brings to the total, now and then. */
export interface Shift {
    /** The indicator's id. */
    indicator: string;
    name: Text;
    before: PointRange;
    after: PointRange;
    clause: Clause;
}

/** A forecast with ids. */
export interface ForecastReport {
    scheme: string;
    /** The edition's id. */
    edition: string;
    /** The ids of the questions whose answers grow while the person goes on as now. */
    goingOn: string[];
    /** The ids of those whose facts are taken not to go on. */
    paused: string[];
    /** The last day of which anything is concluded. */
    until: Day;
    /** Why nothing is concluded of later days. */
    end: End;
    /** What the days up to the last come down to, as far as it is certain. */
    outcome: Outcome;
    /** How the line of a ranking has moved. */
    movement?: LineMovement;
    /** How it stands on the first day, and on the same day of each month after it. */
    months: ForecastMonth[];
    /** Every day on which something changes. */
    events: ForecastEvent[];
    /** When the verdict is a pass. */
    passes: Period[];
    /** When the total surely reaches the threshold. */
    line: Period[];
    /** When the points that rank surely reach each past cut-off. */
    cutoffs?: CutoffPeriods[];
    /** What follows by each later edition, from its first day on. */
    then?: ForecastReport[];
}

/** Why nothing is said of days after the last. */
export type End =
    /** It is as far as a forecast looks. */
    | "years"
    /** The edition ends. */
    | "edition"
    /** The round that the person means is over, and it is for that round only. */
    | "round";

/** What it comes down to, as far as it is certain. */
export type Outcome =
    /** There is no fixed line. */
    | { kind: "no-line" }
    /** The rules cannot be relied on for any of the days. */
    | { kind: "unreliable" }
    /** Everything is met on these days. */
    | { kind: "met"; from: Day; /** Whether it is surely not met before. */ soonest: boolean; /** The last day; null where it is met to the last day looked at. */ to: Day | null; /** Whether it is surely not met on the day after the last. */ ends: boolean; /** The first day on which it is surely met again. */ again: Day | null }
    /** It is met on no day; these conditions never are. */
    | { kind: "never"; unmet: string[] }
    /** These open questions decide, and these counts, of which the answers do not say how they go on. */
    | { kind: "open"; questions: string[]; counts: string[] };

/** How the line of a ranking has moved from year to year. */
export interface LineMovement {
    since: number;
    latest: number;
    yearly: PointRange;
}

export interface ForecastMonth {
    day: Day;
    total: PointRange;
    /** The points that rank, where not all do. */
    ranked?: PointRange;
    verdict: Verdict;
    validity: Validity;
}

export interface ForecastEvent {
    before: ForecastMonth;
    after: ForecastMonth;
    indicators: PointRangeMove[];
    conditions: ConditionStateMove[];
}

export interface PointRangeMove {
    id: string;
    name: Text;
    from: PointRange;
    to: PointRange;
    counted?: boolean;
    because: string[];
}

export interface ConditionStateMove {
    id: string;
    name: Text;
    from: ConditionState;
    to: ConditionState;
    counted?: boolean;
    because: string[];
}

export interface Period {
    from: Day;
    /** The last day; null where it holds to the end of what is looked at. */
    to: Day | null;
}

export interface CutoffPeriods {
    round: string;
    cutoff: Points;
    grade: Grade;
    reached: Period[];
}

/** What one edition of a scheme has otherwise than another. */
export interface DiffReport {
    /** The scheme's id. */
    scheme: string;
    from: Edition;
    to: Edition;
    /** Whether one of the two is a draft: all of it is then what would be, if it were adopted. */
    supposed: boolean;
    /** Everything that is not the same in both, in the order of the file. */
    changes: EditionChange[];
    /** What it does to the person, where answers were given. */
    effect?: DiffEffect;
}

/** A part that is not the same in both editions. */
export interface EditionChange {
    part: string;
    /** Its id; the line and the floor have none. */
    id: string | null;
    name: Text | null;
    change: ChangeKind;
    /** What the first edition says; `null` where it lacks the part. */
    before: EditionSaid | null;
    /** What the second says. */
    after: EditionSaid | null;
    /** The clause that made the change, where one is known. */
    clause?: Clause;
    /** What the source says of its going. */
    why?: Text;
}

/** What became of a part. */
export type ChangeKind =
    | string
    /** It says the same, and only rests on another clause or other sources. */
    | "clause";

/** What an edition says of a part. */
export interface EditionSaid {
    /** In words. */
    wants?: Text;
    /** The line's threshold, the floor, or the most that an indicator gives, where there is such. */
    points?: Points;
}

/** What a change of editions does to a person. */
export interface DiffEffect {
    on: Day;
    before: EditionOutcome;
    after: EditionOutcome;
    /** What adds otherwise to the total; together the difference of the totals, at both ends. */
    points: EditionPoints[];
    /** Conditions that stand otherwise; `null` where an edition lacks one. */
    conditions: EditionState[];
}

/** How a person comes out by one edition. */
export interface EditionOutcome {
    total: PointRange;
    verdict: Verdict;
}

/** What something adds to the total by both editions. */
export interface EditionPoints {
    /** `indicator`, `together` or `floor`. */
    part: string;
    id: string | null;
    before: EditionEnds;
    after: EditionEnds;
}

/** What something adds to the lowest and to the highest total. */
export interface EditionEnds {
    low: Points;
    high: Points;
}

/** How a condition stands by both editions. */
export interface EditionState {
    id: string;
    before: ConditionState | null;
    after: ConditionState | null;
}

/** What stands where in a row of results. */
export interface Layout {
    /** The edition's id. */
    edition: string;
    /** The numbers of a row. The first three are the verdict, and the total at least and at most. */
    width: number;
    /** What the number of a verdict stands for. */
    verdicts: Verdict[];
    /** What the number of a condition's state stands for. */
    states: ConditionState[];
    /** Where the states of the conditions stand. */
    conditions: Place[];
    /**
     * Where the indicators stand, each with three numbers: points at least, points at most, and whether they count: 1, 0,
     * or `NaN` while an open answer decides which of several does.
     */
    indicators: Place[];
}

/** Where a condition or an indicator stands in a row. */
export interface Place {
    id: string;
    at: number;
}

/** One thing that is wrong with the arguments. */
export interface Fault {
    code: ErrorCode;
    /** What is wrong and what to do, in English. */
    message: string;
    /** The question whose answer is at fault. */
    question: string | null;
}

/** What kind of error; stable, for programs. */
export type ErrorCode =
    /** No scheme has this id. */
    | "unknown-scheme"
    /** The scheme has no such edition. */
    | "unknown-edition"
    /** `on` is not there. */
    | "missing-day"
    /** `on` is no day. */
    | "invalid-day"
    /** The answers are no plain object, or the numbers of many people have no such shape. */
    | "invalid-answers"
    /** The scheme asks no such question. */
    | "unknown-question"
    /** The answer is of another kind than its question. */
    | "wrong-kind"
    /** The question has no such option. */
    | "unknown-option"
    /** The answer is below or above what its question takes. */
    | "out-of-range"
    /** `loadScheme` cannot use what it was given. */
    | "invalid-scheme";

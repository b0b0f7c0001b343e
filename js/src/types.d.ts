/** A calendar day, `YYYY-MM-DD`. Days have no time zone. */
export type Day = string;

/** Points of the scheme, exact to the hundredth, as a number such as `120` or `97.13`. */
export type Points = number;

/** The same words in both languages. */
export interface Text {
    /** Simplified Chinese, the language of the rules. */
    zh: string;
    /** English. */
    en: string;
}

/** Points that are not certain yet: both ends are possible. Equal where nothing is open. */
export interface PointRange {
    low: Points;
    high: Points;
}

/** One city's points system in one use, in one edition of its rules. */
export interface Scheme {
    /** Stable; what the other functions take. */
    id: string;
    city: City;
    name: Text;
    /** What the points are good for. */
    purpose: Text;
    edition: Edition;
    line: Line;
}

export interface City {
    id: string;
    name: Text;
}

/** A scheme's rules between two days. */
export interface Edition {
    id: string;
    name: Text;
    /** First day in force. */
    from: Day;
    /** Last day in force; `null` where no end was found. */
    to: Day | null;
    /** The day on which the facts were last checked. */
    checked: Day;
}

/** What the total is held against. */
export interface Line {
    name: Text;
    /** The least total that passes; `null` where only a ranking decides. */
    threshold: Points | null;
    /** Whether each round ranks by points, so that no threshold alone decides. */
    ranking: boolean;
}

/** A fact about the person; `kind` says what an answer looks like. */
export type Question = YesNoQuestion | ChoiceQuestion | NumberQuestion | DateQuestion | DatesQuestion;

export interface QuestionBase {
    /** Stable; answers are given under it. */
    id: string;
    ask: Text;
    /** What counts and what does not. */
    help: Text | null;
    /** `person`: one answer serves every city. `city`: asked in each city. */
    scope: "person" | "city";
    /** How the fact can change: by itself, by effort, or not at all. */
    changes: "time" | "never" | EffortChange;
    /** Whether it is asked only after certain other answers. Not asked counts as nothing: no, zero, none. */
    conditional: boolean;
    /** Ids of the conditions and indicators that rest on it. */
    usedBy: string[];
}

export interface EffortChange {
    effort: Effort;
}

export type Effort = "study" | "certificate" | "insurance-base" | "employment" | "paperwork" | "investment" | "home" | "service" | "recognition" | "family";

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

export interface Option {
    id: string;
    zh: string;
    en: string;
}

/** Answered by a number, or by a decimal string where `decimals` is above 0. */
export interface NumberQuestion extends QuestionBase {
    kind: "number";
    unit: Unit;
    /** The smallest answer, in units. */
    min: number;
    /** The largest answer, in units. */
    max: number;
    /** Decimals an answer may have, 0 to 4. */
    decimals: number;
}

/** `months`, `years`, `days`, `hours`: durations; `calendar-year`: such as 2026; `percent`: 0 to 100; `times`: items or pieces. */
export type Unit = "months" | "years" | "days" | "calendar-year" | "yuan" | "people" | "percent" | "times" | "hours" | "millilitres";

/** Answered by a day, `YYYY-MM-DD`. */
export interface DateQuestion extends QuestionBase {
    kind: "date";
    /** The earliest answer. */
    min: Day;
    /** The latest answer; without it, the day of the assessment. */
    max?: Day;
}

/** Answered by the days of records, `["YYYY-MM-DD"]`, none of them after the day of the assessment; `[]`: there are none. */
export interface DatesQuestion extends QuestionBase {
    kind: "dates";
    /** The most records an answer may hold. */
    max: number;
}

/** Answers by question id. A question that is missing, `null` or `undefined` is not answered. */
export interface Answers {
    readonly [question: string]: Answer;
}

/** `true` or `false`, an option's id, a number in the question's unit, a decimal string, a day, or a list of days. */
export type Answer = boolean | string | number | readonly Day[] | null | undefined;

export interface AssessOptions {
    /** The day of the assessment. Required: nothing here reads a clock, so the same call always gives the same result. */
    on: Day;
}

/** `pass`: every condition is met and the line is reached, whatever is still open.
 *  `short`: nothing that is still open can reach the line.
 *  `ineligible`: a condition is not met.
 *  `undecided`: what is still open decides, or a ranking does. */
export type Verdict = "pass" | "short" | "ineligible" | "undecided";

/** What comes out for one person, one scheme and one day. */
export interface AssessmentReport {
    /** The scheme's id. */
    scheme: string;
    edition: Edition;
    /** Whether the edition is in force on `on`. It is computed with all the same. */
    inForce: boolean;
    on: Day;
    total: PointRange;
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
    /** What was presumed where nothing was answered, such as the coming round, where anything was. */
    presumed?: PresumedAnswers;
    /** Ids of the notices that concern this person. */
    notices: string[];
}

/** Numbers by question id, in the question's unit. */
export interface PresumedAnswers {
    [question: string]: number;
}

export interface Standing {
    /** The past round, such as its year. */
    round: string;
    /** The least points admitted then. */
    cutoff: Points;
    /** Whether the points that rank reach it; `null` while an open answer decides. */
    reached: boolean | null;
    grade: Grade;
}

/** `unknown`: an answer is missing. */
export type ConditionState = "met" | "unmet" | "unknown" | "not-applicable";

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

export type Group = "base" | "bonus" | "deduction";

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

/** Answers by question id, as given; a number with decimals as a string; `null` where one is open. */
export interface GivenAnswers {
    [question: string]: boolean | string | number | Day[] | null;
}

export interface Together {
    id: string;
    /** Only the highest counts, or all up to a shared cap, or all but never less than a floor. */
    keep: "highest" | CappedTogether | FlooredTogether;
    wants: Text;
    clause: Clause;
}

export interface CappedTogether {
    capped: Points;
}

export interface FlooredTogether {
    floored: Points;
}

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
    /** What to know about the evidence. */
    note?: Text;
    /** Where sources disagree: each reading; the first is the one used. */
    readings?: Text[];
}

/** How well a value was checked, from best to weakest. */
export type Grade = "official" | "two-sources" | "one-source" | "derived" | "conflicting";

/** Changes of the answers, all of them needed. */
export interface Fix {
    steps: FixStep[];
    /** Points that the indicator gains; 0 for a condition. */
    gain: Points;
}

export interface FixStep {
    /** The question's id. */
    question: string;
    /** What the answer would have to be. */
    answer?: boolean | string | number;
    /** Nothing but waiting until this day. */
    until?: Day;
}

/** The nearest ways to the line for one person, one scheme and one day. */
export interface AdviceReport {
    /** The scheme's id. */
    scheme: string;
    on: Day;
    /** Points missing to the threshold, where there is one; open answers count as little as they can. */
    missing?: Points;
    /** Points missing to each past cut-off, oldest first, where there are any. */
    distances?: Distance[];
    /** What reaches the line, then what meets a condition, then what only comes closer; of each the soonest first,
     *  then the smallest. Empty for a person who passes. */
    suggestions: Suggestion[];
}

export interface Distance {
    /** The past round, such as its year. */
    round: string;
    /** The least points admitted then. */
    cutoff: Points;
    missing: Points;
    grade: Grade;
}

/** One or two changes, and what they bring. All of it holds whatever the open answers are. */
export interface Suggestion {
    /** `reaches`: the line, with every condition met. `meets-condition`: a condition; more is needed for the line.
     *  `closer`: it gains points and is not enough. */
    kind: "reaches" | "meets-condition" | "closer";
    /** The line it reaches: the threshold or a past cut-off. */
    line?: Points;
    /** The id of the condition it meets. */
    condition?: string;
    /** The answers to change: two, one, or none where waiting alone does it. */
    steps: FixStep[];
    /** What these changes bring along: answers that make their questions be asked, and answers to questions that are
     *  asked because of them, such as the insurance base that a title demands. */
    brings: FixStep[];
    /** Whether going on as now until the day is a change of its own. */
    waits: boolean;
    /** The first day on which it can be so. Effort that counts no time is taken to need none. */
    day: Day;
    /** Full months from `on` to that day. */
    months: number;
    /** The verdict on that day. */
    verdict: Verdict;
    /** The total on that day. */
    total: PointRange;
    /** What the total surely gains. */
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

/** What an indicator brings to the total, now and then. */
export interface Shift {
    /** The indicator's id. */
    indicator: string;
    name: Text;
    before: PointRange;
    after: PointRange;
    clause: Clause;
}

export type ErrorCode = "unknown-scheme" | "missing-day" | "invalid-day" | "invalid-answers" | "unknown-question" | "wrong-kind" | "unknown-option" | "out-of-range" | "invalid-scheme";

/** What every function here throws. */
export interface JifenError extends Error {
    /** Of the first fault. */
    code: ErrorCode;
    /** Every fault found, at most some 30; never empty. */
    faults: Fault[];
}

export interface Fault {
    code: ErrorCode;
    /** What is wrong and what to do, in English. */
    message: string;
    /** The question whose answer is at fault. */
    question: string | null;
}

/** Every scheme this module holds: those built in, and those loaded since. */
export function schemes(): Scheme[];

/**
 * The questions of a scheme, in the order of its form.
 * @throws {JifenError} `unknown-scheme`
 */
export function questions(scheme: string): Question[];

/**
 * Assesses answers by a scheme on a day. Unanswered questions give ranges; the few that are presumed are named.
 * @throws {JifenError} `unknown-scheme`, `missing-day`, `invalid-day`, `invalid-answers`, `unknown-question`, `wrong-kind`, `unknown-option`, `out-of-range`
 */
export function assess(scheme: string, answers: Answers, options: AssessOptions): AssessmentReport;

/**
 * Finds the nearest ways to the line: every change a person can make, every pair of them, and waiting, each tried on
 * the rules on the day on which it can be so.
 * @throws {JifenError} as `assess`
 */
export function advise(scheme: string, answers: Answers, options: AssessOptions): AdviceReport;

/**
 * Adds a scheme, or replaces the one of the same id, until the page is closed.
 * @param json what `export --json` of the rule author's tool wrote, as text or parsed
 * @throws {JifenError} `invalid-scheme`
 */
export function loadScheme(json: string | object): Scheme;

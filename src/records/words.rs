//! The words of records: of heads, of what happened with a month, of insurances, of other papers.

use super::row::{Insurance, Kind, Per};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The number of the row.
    Index,
    /// A month, or months from one to another in one cell.
    Months,
    /// The first month.
    From,
    /// The last month.
    To,
    /// A year of the calendar, of which another column says how many months were paid.
    Year,
    /// How many months were paid.
    Count,
    /// How many were owed, which says nothing of what was paid.
    Owed,
    /// How many were something less than paid in time.
    Less,
    /// What payments are reckoned on.
    Base(Per),
    /// What was paid, or other numbers under an insurance.
    Amount,
    /// What was paid, beside what was owed.
    Paid,
    /// When a payment arrived; empty if it did not.
    Arrived,
    /// Which insurance.
    Insurance,
    /// What happened with the months.
    Kind,
    /// When it was paid if that was late; empty if not.
    Late,
    /// Who paid.
    Employer,
    /// Where.
    Place,
    /// Anything else.
    Other,
}

fn any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Returns what stands under a cell of a head; [`Role::Other`] where its word is not known.
pub(super) fn role(cell: &str) -> Role {
    if any(cell, &["序号", "顺序号", "行号"]) {
        Role::Index
    } else if any(cell, PLACE) && !any(cell, &["编号", "代码"]) {
        Role::Place
    } else if any(cell, &["月数", "月份数"]) {
        months(cell)
    } else if any(cell, &["到账", "入账"]) {
        if any(cell, STATE) { Role::Kind } else { Role::Arrived }
    } else if any(cell, &["补缴", "退账", "补收", "补退"]) {
        let counts = any(cell, &["额", "基数"]);
        if counts { Role::Other } else { Role::Late }
    } else if cell.contains("基数") {
        let yearly = any(cell, &["年缴费基数", "年基数", "年度缴费基数"]);
        Role::Base(if yearly { Per::Year } else { Per::Month })
    } else if any(cell, &["出生", "入库", "打印", "查询", "首次", "最近"]) {
        Role::Other
    } else if begins(cell) && ends(cell) {
        Role::Months
    } else if begins(cell) && any(cell, WHEN) {
        Role::From
    } else if ends(cell) && any(cell, WHEN) {
        Role::To
    } else if any(cell, &["年月", "月份", "所属期", "时段", "缴费月", "费款所属"]) {
        Role::Months
    } else if cell.contains("年份") || cell == "年" {
        // Not 年度, which may begin in July.
        Role::Year
    } else if any(cell, &["编号", "代码", "区县", "档次"]) {
        Role::Other
    } else if cell.contains("险种") {
        Role::Insurance
    } else if any(cell, STATE) {
        Role::Kind
    } else if any(cell, &["实缴", "实交", "实收"]) {
        Role::Paid
    } else if (insurance(cell).is_some() || any(cell, PAID)) && !cell.contains("名称") {
        Role::Amount
    } else if any(cell, &["单位", "公司"]) {
        Role::Employer
    } else {
        Role::Other
    }
}

/// Returns what a column of how many months counts.
fn months(cell: &str) -> Role {
    if any(cell, &["实缴", "实交", "已缴", "已交"]) {
        Role::Count
    } else if any(cell, &["应缴", "应交"]) {
        Role::Owed
    } else if any(cell, &["欠", "未", "断", "停", "补", "缓", "退", "其中", "视同", "转"])
    {
        Role::Less
    } else {
        Role::Count
    }
}

/// What a cell of a head has where its column is about what became of a payment.
const STATE: &[&str] = &["类型", "性质", "情况", "状态", "标志", "方式", "是否"];

/// What a cell of a head has where its column is about what was paid.
const PAID: &[&str] = &["额", "个人缴", "单位缴", "个人交", "单位交", "本息", "应缴"];

/// What a cell of a head has where its column is about the place of insurance.
const PLACE: &[&str] =
    &["参保地", "缴费地", "参保城市", "缴费城市", "参保区域", "统筹地区", "统筹区"];

/// What a cell of a head has where its column is about time.
const WHEN: &[&str] = &["年月", "日期", "时间", "月"];

fn begins(cell: &str) -> bool {
    any(cell, &["起", "开始"])
}

fn ends(cell: &str) -> bool {
    any(cell, &["止", "至", "结束"])
}

/// The words for what happened with a month. The first that a cell contains counts: 应缴未缴补收 was paid late.
const KINDS: &[(&[&str], Kind)] = &[
    (&["调整", "补差"], Kind::TopUp),
    (&["未补"], Kind::NotPaid),
    (&["补缴", "补收"], Kind::BackPaid),
    (&["未", "欠缴", "欠费", "停保", "断缴", "中断", "暂停"], Kind::NotPaid),
    (&["退收", "退费", "退账", "退款"], Kind::Refunded),
    (&["转入", "转移"], Kind::TransferredIn),
    (&["缓缴"], Kind::Deferred),
    (&["一次性缴费", "趸缴"], Kind::LumpSum),
    (&["正常", "已记账", "已缴", "实缴", "到账", "足额", "参保缴费", "已参保"], Kind::Paid),
];

/// Returns whether a word says that something is amiss, and not what.
pub(super) fn is_doubtful(word: &str) -> bool {
    any(word, &["不正常", "非正常", "异常", "部分"])
}

/// Returns whether a word that is not known may say that a month was not paid: 待缴, 扣款失败, 减员, 封存.
pub(super) fn may_deny(word: &str) -> bool {
    const SIGNS: &[&str] = &[
        "待", "未", "欠", "停", "减", "封存", "失败", "退", "免", "断", "缓", "冻结", "销", "无",
        "不", "转出", "外地", "异地",
    ];
    kind(word).is_none() && !word.contains("未来") && any(word, SIGNS)
}

/// Returns whether a word of a line for a whole year says nothing that could limit its months.
pub(super) fn limits_nothing(word: &str) -> bool {
    kind(word).is_some() || matches!(word, "" | "基数" | "缴费基数" | "缴纳")
}

/// Returns what a word says of a month; none where it is not known.
pub(super) fn kind(word: &str) -> Option<Kind> {
    if is_doubtful(word) || word.contains("未来") {
        return None;
    }
    if word == "否" {
        return Some(Kind::NotPaid);
    }
    if matches!(word, "是" | "缴费" | "结算" | "参保" | "在保") {
        return Some(Kind::Paid);
    }
    KINDS.iter().find(|(words, _)| any(word, words)).map(|(_, kind)| *kind)
}

/// Returns the insurance that a text names; none where it names none, or several.
pub(super) fn insurance(text: &str) -> Option<Insurance> {
    const NAMES: &[(&str, Insurance)] = &[
        ("养老", Insurance::Pension),
        ("医疗", Insurance::Medical),
        ("医保", Insurance::Medical),
        ("失业", Insurance::Unemployment),
        ("工伤", Insurance::Injury),
        ("生育", Insurance::Maternity),
    ];
    let mut named = NAMES.iter().filter(|(name, _)| text.contains(name)).map(|(_, named)| *named);
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}

/// Returns whether a cell is of a record of income tax, and not an employer's name.
pub(super) fn is_tax(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "纳税",
        "税款所属",
        "申报税额",
        "扣缴义务人",
        "个人所得税",
        "工资薪金",
        "入库税务机关",
        "所得项目",
    ];
    any(cell, WORDS) && !any(cell, &["公司", "事务所"])
}

/// Returns whether a line is the title of a record of social insurance.
pub(super) fn is_insurance(line: &str) -> bool {
    any(line, &["社会保险", "缴费基数", "参保"])
}

/// Returns where a line that gives totals begins to do so.
pub(super) fn total_at(line: &str) -> Option<usize> {
    ["累计", "合计", "总计", "共计", "小计"].iter().filter_map(|word| line.find(word)).min()
}

/// Returns whether a word in a column of late payments says that there was none.
pub(super) fn is_no(word: &str) -> bool {
    matches!(word, "否" | "无" | "0" | "N" | "n")
}

/// Returns whether a cell can be nothing but the head of a column or the name of a value.
pub(super) fn is_label(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "年月",
        "月份",
        "基数",
        "类型",
        "性质",
        "情况",
        "状态",
        "险种",
        "名称",
        "日期",
        "时间",
        "月数",
        "金额",
        "缴费额",
        "所属期",
        "时段",
        "方式",
        "序号",
    ];
    (any(cell, WORDS) || role(cell) == Role::Place)
        && cell.chars().count() <= 8
        && !cell.contains("调整")
}

/// Returns whether a cell is nothing but a word of such records, so that it can name nobody.
pub(super) fn is_plain(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "正常",
        "正常应缴",
        "补缴",
        "补收",
        "欠缴",
        "未缴费",
        "已记账",
        "退收",
        "转入",
        "合计",
        "年月",
        "缴费基数",
    ];
    WORDS.contains(&cell)
}

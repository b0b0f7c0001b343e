//! The words of the documents that are written beside the page; no part of the program.

use jifen::scheme::Language;

use crate::text::sentence::{Sentence, same_slots};

// The rules as documents to read.
messages! { ReadingMessages, reading_messages:
    of[1]: "{0}：规则全文", "{0}: the rules in full";
    index: "各城市积分规则", "Points rules by city";
    index_text: "这些页面由同一份规则数据生成，不需要 JavaScript，可以打印。", "These pages are made from the same rule data; they need no JavaScript and can be printed.";
    estimate: "打开估算页", "Open the estimator";
    estimate_here: "估算", "Estimate";
    documents: "文件", "Documents";
    contents: "目录", "Contents";
    permalink[1]: "这一条的网址：{0}", "Address of this part: {0}";
    together: "合并计算", "Counted together";
    figures: "逐年的数", "Figures of the years";
    cutoffs: "历年最低分", "Past cut-offs";
    follows: "由经历数出来的回答", "Answers counted from histories";
    follows_text: "填了经历的，这些题由它数出来；自己填了的，以填的为准。除非另外写明，一个月过完才算，同一个月只算一次。", "Where a history is given these answers are counted from it; one that is given by hand comes first. Unless it says otherwise, a month counts once it is over, and no month twice.";
    follows_months[1]: "数{0}的月份", "the months of {0}";
    follows_years[1]: "数{0}的月份，每满 12 个月算 1 年", "the months of {0}, each 12 of them a year";
    follows_longest[1]: "数{0}的月份里连着最长的一段", "the longest run of months of {0}";
    follows_pieces[1]: "数{0}的月份，一段一段分开数", "the months of {0}, each period by itself";
    follows_go_on[1]: "看{0}的现在是不是还在继续", "whether {0} goes on now";
    follows_last[1]: "只看过完的最近 {0} 个月", "of the last {0} that are over";
    follows_until: "数到规则定的那一天", "up to the day that the rule sets";
    follows_present: "这个月也算", "this month included";
    follows_at_least[1]: "满 {0} 个月为“是”", "yes from {0} months on";
    follows_of[2]: "“{0}”里是“{1}”", "“{1}” in the {0}";
    follows_part: "，", ", ";
    follows_or: "”或者“", "” or “";
    follows_any: "，以及", ", and those of ";
    follows_all: "，同时", " that are also months of ";
    follows_without[2]: "{0}、去掉{1}", "{0}, less those of {1}";
    follows_from[2]: "{1}起{0}", "{0}, from {1} on";
    follows_to[2]: "到{1}为止{0}", "{0}, up to {1}";
    follows_unbroken[1]: "一直没有中断、{0}", "{0}, without a gap up to the end";
    changes_of[1]: "{0}：各版规则改了什么", "{0}: what changed between the editions";
    changes: "各版规则改了什么", "What changed between the editions";
    other_language: "English", "中文";
}

// What the page of a scheme says of itself where others show it, and the page without one.
messages! { PageMessages, page_messages:
    estimated[1]: "{0}：够不够分，符不符合条件，差在哪里，怎样补上。", "{0}: whether the points are enough, which conditions are met, what is missing and what helps.";
    counted[1]: "{0}：算得出多少分，符不符合条件，差在哪里，怎样补上。", "{0}: how many points can be computed, which conditions are met, what is missing and what helps.";
    site: "估算各城市居住证积分和积分落户：够不够分，符不符合条件，差在哪里，怎样补上。不用登录，答案不离开你的设备。", "Residence permit points and hukou by points in Chinese cities: whether they are enough, which conditions are met, what is missing and what helps. No account; answers never leave your device.";
}

// The page for those who want the estimator on their own site.
messages! { EmbedMessages, embed_messages:
    title: "放到您的网站上", "Put the estimator on your site";
    text: "社区、学校、单位的网页里都可以放这个估算器：选好，复制代码，贴进网页。框里不用登录，不存任何东西，也不设 Cookie；访问者的回答只留在访问者的设备上，其他域名的网页读不到。", "A community centre, a school, an employer: any page can hold the estimator. Choose, copy the code, paste it into your page. It needs no account, stores nothing and sets no cookie; what people answer stays on their device, and a page of another domain cannot read it.";
    choices: "怎么放", "Your choices";
    kind: "代码", "Code";
    kind_script: "脚本，高度跟着内容", "Script: the height follows";
    kind_element: "自定义元素，高度跟着内容", "Element: the height follows";
    kind_plain: "不用脚本，高度固定", "No script: a fixed height";
    scheme: "打开时显示", "Opens with";
    language: "语言", "Language";
    accent: "颜色", "Colour";
    accent_help: "读不清的颜色会自动调深或调亮，浅色、深色界面里对比度都不低于 4.5:1。", "A colour that could not be read is made darker or lighter: the contrast is never under 4.5:1, on light or dark.";
    width: "预览宽度（像素）", "Width of the preview, in pixels";
    width_help: "在您的网页里，估算器和它所在的一栏一样宽；320 像素也能用。", "On your page the estimator is as wide as the column it stands in; 320 pixels are enough.";
    code: "代码", "The code";
    copy: "复制代码", "Copy the code";
    copied: "已复制，可以贴进网页了。", "Copied. Paste it into your page.";
    selected: "浏览器不允许自动复制。代码已选中，请用复制键。", "The browser does not allow that. The code is selected: copy it with the keyboard.";
    preview: "预览", "Preview";
    no_script: "生成代码和预览需要 JavaScript；没有也可以照下面的说明写。", "The code and the preview need JavaScript; without it, write the code as described below.";
    details: "写法", "Details";
    details_text: "脚本标签写在哪里，估算器就出现在哪里；一页可以放几个，互不影响。不写 data-scheme，脚本只定义 jifen-estimator 元素。", "The estimator appears where the script tag stands; several on one page do not disturb each other. Without data-scheme the script only defines the jifen-estimator element.";
    column_script: "脚本标签", "Script tag";
    column_element: "元素", "Element";
    column_value: "值", "Value";
    value_scheme: "制度；留空就是第一个", "a scheme; empty for the first";
    value_language: "zh 或 en；不写就是 zh", "zh or en; zh if left out";
    value_accent: "三位或六位十六进制颜色，例如 #7a1f5c；别的写法不采用", "a colour of three or six hexadecimal digits, such as #7a1f5c; anything else is not used";
    policy: "如果您的网页有内容安全策略（CSP），script-src 和 frame-src 里要有本站的地址：", "If your page has a content security policy, its script-src and frame-src must name this site:";
}

//! The frame of the page, what stops it, and its foot.

macro_rules! frame {
    ($then:ident $($rest:tt)*) => {
        $then! { $($rest)*
            // The frame of the page.
            page_title: "积分估算", "Points estimator";
            page_title_with[1]: "{0} · 积分估算", "{0} · Points estimator";
            skip: "跳到估算结果", "Skip to the result";
            larger: "大字", "Larger";
            reset: "清空", "Clear";
            reset_erased: "已清空全部回答；记在这台设备上的也删掉了，以后不再记。", "All answers are cleared. This device has forgotten them too, and remembers nothing from now on.";
            reset_not_erased: "已清空本页的回答。记在这台设备上的没有删掉：浏览器不允许，请在浏览器设置里清除本站的数据。", "The answers on this page are cleared. Those that this device remembers are not: the browser forbids it. Clear this site's data in the browser's settings.";
            from_link: "下面的回答来自您打开的链接，不一定是您的。", "These answers came with the link that you opened; they may be somebody else's.";
            from_unmarked_link: "下面的回答来自您打开的链接，不一定是您的。链接是旧式的，完不完整看不出来，请核对。", "These answers came with the link that you opened; they may be somebody else's. It is an older kind of link that cannot show whether it is complete, so check them.";
            start_own: "清空，填自己的", "Clear them and answer for yourself";
            reset_done: "已清空全部回答。", "All answers are cleared.";
            undo: "撤销", "Undo";
            cities: "城市", "Cities";
            schemes: "这个城市的制度", "Schemes of this city";
            purpose: "积分用来", "Points for";
            purpose_any: "都看", "All";
            purpose_school: "孩子上学", "School";
            purpose_household: "落户", "Hukou";
            purpose_services: "公共服务", "Services";
            purposes_unknown: "这里的积分能用来做什么，没有查到", "What the points are good for here was not found";
            doors: "您想知道什么", "What would you like to know?";
            door_enough: "我够不够", "Do I qualify?";
            door_word: "App 显示什么", "App status";
            door_bring: "要带什么材料", "What to bring";
            loading: "正在读取规则…", "Loading the rules …";
            later_awaited: "正在读取…", "Loading …";
            later_failed: "页面的这一部分没有读到，其余照常可用。", "This part of the page could not be loaded; the rest works.";
            separator: "；", "; ";
            in_brackets[1]: "（{0}）", " ({0})";
            colon: "：", ": ";
            comma: "、", ", ";
            clause_comma: "，", ", ";
            stop: "。", ".";
            space: "", " ";

            date[3]: "{0}年{1}月{2}日", "{2} {1} {0}";
            // In order, after one that no month has.
            months: "- 1 2 3 4 5 6 7 8 9 10 11 12", "- January February March April May June July August September October November December";

            // When rules do not arrive.
            load_failed: "规则没有读到", "The rules could not be read";
            load_network: "网络断了，或者网站暂时打不开。请检查网络，然后重试。", "The network is down, or the site cannot be reached. Check the connection, then try again.";
            load_status[1]: "网站回答了 {0}，没有给出规则文件。请稍后重试；一直这样，请告诉本站管理员。", "The site answered {0} instead of the rules. Try again later; if it keeps happening, tell whoever runs this site.";
            load_foreign: "收到的不是规则文件，可能是网络的登录页或错误页。请确认网络已登录，然后重试。", "What arrived is not a rule file, perhaps the sign-in page of a network. Sign in to the network, then try again.";
            load_other_build: "网站刚刚更新，这一页还是旧的。请重新打开本页。", "The site has just been updated and this page is older. Open the page again.";
            load_damaged: "规则文件没有传完整。请重试。", "The rule file arrived damaged. Try again.";
            load_kept: "您的回答都还在。", "Your answers are kept.";
            retry: "重试", "Try again";

            // What an address or a file held that could not be used.
            troubles: "链接或文件里有几处没有用上", "Parts of the link or file were not used";
            trouble_cut: "文件不完整，只用了读到的部分。请核对下面的回答。", "The file is incomplete; only what could be read is used. Check the answers below.";
            trouble_cut_short: "链接不完整，后面断了一截。请核对下面的回答，或者请对方把完整的链接再发一次。", "The link is incomplete: its end is missing. Check the answers below, or ask for the whole link again.";
            trouble_cut_off[1]: "链接不完整，后面断了一截，少了 {0} 个回答。请补答，或者请对方把完整的链接再发一次。", "The link is incomplete: its end is missing, and {0} {0|answer|answers} with it. Answer again, or ask for the whole link.";
            trouble_altered: "链接在途中变了样，里面的回答可能不是原来的。请逐项核对，或者请对方再发一次。", "The link was changed on its way, so its answers may not be the ones that were given. Check each, or ask for the link again.";
            trouble_unmarked: "这是旧式链接，是不是完整看不出来，请核对下面的回答。", "This is an older kind of link that cannot show whether it is complete; check the answers below.";
            trouble_misplaced: "链接里的 # 变成了 %23，回答照样填上了；不过这一次，整个网址连同回答发给了网站。转发时请用本页的“复制链接”。", "The # in the link had become %23. The answers are filled in, but this time the whole address, answers included, was sent to the site. To pass it on, use “Copy the link” on this page.";
            trouble_long: "链接太长，只读了前面一部分。", "The link is too long; only its beginning was read.";
            trouble_version[1]: "它是另一个版本（{0}）的网页写的，请核对下面的回答。", "It was written by another version of the page ({0}); check the answers below.";
            trouble_scheme[1]: "没有“{0}”这套制度，先打开了第一个。", "There is no scheme “{0}”; the first one is shown.";
            trouble_rule[1]: "这里没有“{0}”这一条，先打开了全部规则。", "There is no rule “{0}” here; the whole scheme is shown.";
            trouble_edition[2]: "它是按 {0} 版规则写的，现在按 {1} 版重新计算。", "It was written for the {0} edition of the rules; the {1} edition is used now.";
            trouble_unreadable[1]: "“{0}”读不懂，没有采用。", "“{0}” could not be read and was left out.";
            trouble_not_asked[1]: "“{0}”这里不问，已为其他城市保留。", "“{0}” is not asked here; it is kept for other cities.";
            trouble_unfit[2]: "“{0}”的回答“{1}”不合要求，没有采用，请重新回答。", "The answer “{1}” to “{0}” does not fit and was left out; please answer it again.";
            close: "知道了", "Dismiss";

            // The foot of the page.
            foot_private: "回答只留在这台设备上", "Your answers stay on this device";
            foot_private_text: "本页不登录、不上传，您不要求就什么也不保存。打开后断开网络也能算；回答只写在网址 # 后面，浏览器不会把这一段发给网站。共用电脑请在用完后点“清空”。", "No account, no upload, nothing stored unless you ask. Once open, it works with the network off. Answers are kept only after the # in the address, a part that browsers never send to a site. On a shared computer, press “Clear” when done.";
            foot_private_check: "想核实：打开本页后开启飞行模式，照样能算；或者打开浏览器的开发者工具，看“网络”一栏，只有本站自己的文件。", "To check: switch to airplane mode once the page is open, and it still works; or open the browser's developer tools, where the network tab shows this site's own files only.";
            remember: "在这台设备上记住我的回答", "Remember my answers on this device";
            remembered: "已记在这台设备的这个浏览器里，下次打开本页就填上，改动会跟着更新。共用的电脑请不要打开。", "Remembered in this browser on this device: filled in when you open the page again, and kept up with every change. Leave it off on a shared computer.";
            remembered_other: "这台设备上另记着一份回答，本页的没有记。勾选后，就改记本页的。", "This device remembers other answers, not those of this page. Tick the box to remember these instead.";
            not_remembered: "没有记成：浏览器不允许保存（例如无痕窗口），或者存满了。回答都还在本页；要留住，请存成文件或复制链接。", "Not remembered: the browser forbids it (as in a private window), or its storage is full. Your answers are all still on this page; to keep them, save a file or copy the link.";
            erase: "从这台设备上删掉", "Erase them from this device";
            erased: "记下的回答已从这台设备上删掉。", "What was remembered is erased from this device.";
            not_erased: "没有删掉：浏览器不允许。请在浏览器设置里清除本站的数据。", "Not erased: the browser forbids it. Clear this site's data in the browser's settings.";
            restored: "已填上这台设备上次记下的回答。", "The answers that this device remembered are filled in.";
            offline: "没有网络也能用", "Use it without a network";
            offline_text: "按下面的按钮，本站的全部文件（网页和各城市的规则，不到 5 MB）会留在这台设备上，以后没有网络也能打开。里面没有您的回答。", "Press the button and all files of this site (the page and the rules of every city, less than 5 MB) stay on this device, so that it opens without a network. None of your answers are among them.";
            offline_keep: "留下文件，离线使用", "Keep the files for offline use";
            offline_busy: "正在留下…", "Keeping them …";
            offline_kept: "文件都在这台设备上了，没有网络也能打开。", "All files are on this device; it opens without a network.";
            offline_remove: "从这台设备上删掉", "Remove them from this device";
            offline_failed: "没有办成：网络断了，或者网站正在更新。请稍后再按一次。", "That did not work: the network is down, or the site is being updated. Press again later.";
            renewal: "网站有新版本，这一页用的还是原来的。更新后，表里的回答都在。", "There is a new version of this site; this page still uses the one before. The answers in the form stay when you update.";
            renew: "更新", "Update";
            foot_about: "这是什么", "What this is";
            foot_about_text: "按公开的规则估算积分，不是政府网站，也不代替审核。每条规则都写明出处和核对程度；与官方文本不一致时，以官方文本为准。", "An estimate from published rules. It is not a government site and does not replace the official review. Each rule names its source and how well it was checked; where an official text says otherwise, follow the official text.";
            foot_rules: "阅读全部规则", "Read all the rules";
            foot_embed: "放到您的网站上", "Put it on your site";
            made: "由“积分估算”提供，不是政府网站；回答只留在这台设备上。", "By Points estimator, which is not a government site; your answers stay on this device.";
            made_whole: "在新窗口打开完整页面", "Open the full page in a new window";

            total_floor[1]: "总分不低于 {0} 分。", "The total is never below {0} points.";
            line_heading: "分数线", "Threshold or cut-off";
        }
    };
}
pub(super) use frame;

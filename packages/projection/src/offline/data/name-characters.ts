/** Characters that Chinese writes foreign names with (simplified); a start for batches without a lexicon. */
export const NAME_CHARACTERS_ZH =
  "阿埃艾安奥巴班邦鲍贝本比彼宾波伯博布达戴丹道德登迪蒂丁杜敦多恩尔法凡范菲费芬弗福富盖甘戈格古哈汉豪赫亨洪霍基吉加贾简杰卡凯坎康考科克肯库夸拉莱赖兰朗劳勒雷里利莉莲林琳卢鲁伦罗洛马迈曼芒毛梅门蒙米密缪莫默姆穆纳娜奈南瑙内尼妮涅宁纽努诺欧帕派潘庞佩彭皮平珀普奇恰钱乔切琴丘让热荣茹若萨塞赛桑瑟森沙珊绍舍申圣施什史士斯丝松苏索塔泰坦汤唐特腾提廷通图托瓦万旺威韦维温文翁沃乌伍武西希锡夏肖谢辛欣休许逊雅亚延扬耶叶伊因茵英尤约泽扎詹佐兹祖茨娃";

/**
 * Titles and forms of address that stand beside a person's name, by language: most usual ones, our own list. `before` the name
 * or `after` it. Inflected forms of cased languages share a stem of at least four letters with what stands here.
 */
export const TITLES: Readonly<Record<string, { readonly before?: string; readonly after?: string }>> = {
  zh: {
    after:
      "先生 女士 小姐 夫人 太太 总统 副总统 主席 总理 首相 总书记 部长 国务卿 议员 参议员 众议员 州长 市长 省长 大使 教授 博士 医生 老师 律师 法官 爵士 男爵 伯爵 公爵 亲王 王子 公主 国王 女王 皇帝 教皇 主教 大主教 神父 牧师 将军 上将 中将 少将 上校 中校 少校 上尉 教练 导演",
  },
  ja: {
    after:
      "さん 氏 様 君 ちゃん 先生 教授 博士 大统领 首相 总理 大臣 议员 知事 市长 社长 会长 监督 选手 容疑者 被告 天皇 皇后 国王 女王 王子 王女 皇帝 法王 将军 卿 夫人",
  },
  ko: {
    after:
      "씨 님 대통령 부통령 총리 수상 장관 의원 시장 지사 교수 박사 선생 사장 회장 감독 선수 국왕 여왕 왕 왕자 공주 황제 교황 장군 경 여사 부인 판사 변호사",
  },
  de: {
    before:
      "herr herrn frau dr prof professor professorin doktor präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin ministerpräsident premierminister premierministerin minister ministerin senator senatorin könig königin kaiser kaiserin prinz prinzessin fürst herzog herzogin graf gräfin papst bischof erzbischof kardinal general oberst admiral sir lord lady",
  },
  ru: {
    before:
      "господин госпожа доктор профессор академик президент канцлер премьер министр депутат сенатор губернатор король королева царь царица император императрица принц принцесса князь княгиня герцог граф графиня папа епископ архиепископ патриарх генерал полковник майор капитан адмирал сэр лорд леди",
  },
  uk: {
    before:
      "пан пані доктор професор президент канцлер міністр депутат сенатор король королева цар імператор принц принцеса князь граф папа єпископ патріарх генерал полковник адмірал сер лорд леді",
  },
  ar: {
    before:
      "السيد السيدة الدكتور الدكتورة الرئيس الوزير الوزيرة الملك الملكة الأمير الأميرة السلطان الإمبراطور الشيخ الإمام البابا القديس الجنرال العقيد السير اللورد السيناتور",
  },
  fa: { before: "آقای خانم دکتر پروفسور ژنرال سرهنگ شاه ملکه پرنس شاهزاده امپراتور پاپ امام سناتور لرد سر" },
  he: {
    before:
      "מר גברת דר דוקטור פרופסור פרופ הנשיא השר השרה המלך המלכה הנסיך הנסיכה הקיסר האפיפיור הרב הגנרל סר לורד",
  },
  hi: {
    before:
      "श्री श्रीमती सुश्री डॉ डॉक्टर प्रोफेसर प्रो राष्ट्रपति प्रधानमंत्री मंत्री राजा रानी राजकुमार सम्राट पोप जनरल कर्नल सर लॉर्ड",
  },
  th: {
    before:
      "นาย นาง นางสาว ดร ศาสตราจารย์ ประธานาธิบดี นายกรัฐมนตรี รัฐมนตรี กษัตริย์ ราชินี เจ้าชาย เจ้าหญิง จักรพรรดิ พระสันตะปาปา นายพล พันเอก เซอร์ ลอร์ด",
  },
};

import type { Language } from "../../lib/interface/i18n.ts";

/**
 * Sentences that state no figure and name no party, as most sentences of an article do. They are mixed with the labelled
 * articles' own paragraphs, in which every second sentence states a figure, to come near to what papers print.
 */
export const prose: Record<Language, readonly string[]> = {
  ar: [
    "قال المدير التنفيذي في رسالة إلى الموظفين إن الشركة ستواصل العمل كالمعتاد خلال الأشهر المقبلة.",
    "ولم يتضح بعد متى ستصدر الجهات التنظيمية قرارها النهائي بشأن هذه المسألة.",
    "ويرى مراقبون أن المنافسة في هذا القطاع ستشتد مع دخول لاعبين جدد إلى السوق.",
    "ورفض متحدث باسم المجموعة التعليق على التقارير التي تداولتها وسائل الإعلام المحلية.",
  ],
  de: [
    "Die Verhandlungen hätten sich über mehrere Wochen hingezogen, sagte eine mit dem Vorgang vertraute Person.",
    "Ein Sprecher des Unternehmens wollte sich auf Anfrage nicht zu den Einzelheiten äußern.",
    "Beobachter rechnen damit, dass die Behörden den Vorgang besonders gründlich prüfen werden.",
    "Der Aufsichtsrat soll sich in der kommenden Woche mit der Frage befassen.",
  ],
  en: [
    "The people, who asked not to be named because the matter is private, said that no final decision has been taken.",
    "Regulators on both sides of the Atlantic are expected to take a close look at how the market would change.",
    "A spokesperson declined to comment beyond what was said in the statement published earlier that day.",
    "Engineers who work on the project describe long nights, crowded rooms and a great deal of coffee.",
  ],
  es: [
    "Las conversaciones se prolongaron durante varias semanas, según una persona cercana a la negociación.",
    "Un portavoz de la compañía declinó hacer comentarios sobre los detalles del proceso.",
    "Los reguladores examinarán con atención cómo cambiaría la competencia en el sector.",
    "El consejo de administración se reunirá la próxima semana para tratar el asunto.",
  ],
  fr: [
    "Les discussions ont duré plusieurs semaines, selon une personne proche du dossier qui a requis l’anonymat.",
    "Un porte-parole du groupe s’est refusé à tout commentaire sur les détails de la négociation.",
    "Les autorités de la concurrence devraient examiner de près les effets sur le marché.",
    "Le conseil d’administration se penchera sur la question la semaine prochaine.",
  ],
  id: [
    "Pembicaraan berlangsung selama beberapa pekan, kata seorang sumber yang mengetahui masalah tersebut.",
    "Juru bicara perusahaan menolak berkomentar mengenai rincian yang beredar di media.",
    "Regulator diperkirakan akan meneliti dengan saksama dampaknya terhadap persaingan.",
    "Dewan direksi akan membahas persoalan ini dalam rapat pekan depan.",
  ],
  it: [
    "Le trattative sono andate avanti per diverse settimane, ha riferito una persona vicina al dossier.",
    "Un portavoce della società non ha voluto commentare i dettagli emersi sulla stampa.",
    "Le autorità esamineranno con attenzione gli effetti sulla concorrenza nel settore.",
    "Il consiglio di amministrazione tornerà a riunirsi la prossima settimana.",
  ],
  ja: [
    "関係者によると、協議は数週間にわたって続いており、最終的な決定はまだ下されていない。",
    "同社の広報担当者は、報道の詳細についてコメントを控えた。",
    "規制当局は、市場への影響を慎重に検討するとみられている。",
    "取締役会は来週この問題について改めて話し合う予定だ。",
  ],
  ko: [
    "사안에 정통한 관계자는 협의가 몇 주 동안 이어졌으며 최종 결정은 아직 내려지지 않았다고 말했다.",
    "회사 대변인은 언론에 보도된 세부 내용에 대해 언급을 거부했다.",
    "규제 당국은 시장에 미칠 영향을 면밀히 살펴볼 것으로 보인다.",
    "이사회는 다음 주에 이 문제를 다시 논의할 예정이다.",
  ],
  "pt-BR": [
    "As conversas se estenderam por várias semanas, segundo uma pessoa a par do assunto.",
    "Um porta-voz da companhia preferiu não comentar os detalhes que saíram na imprensa.",
    "Os reguladores devem olhar com atenção para os efeitos sobre a concorrência.",
    "O conselho de administração volta a tratar do tema na semana que vem.",
  ],
  "pt-PT": [
    "As negociações prolongaram-se por várias semanas, disse uma fonte próxima do processo.",
    "Um porta-voz da empresa escusou-se a comentar os pormenores divulgados pela imprensa.",
    "Os reguladores deverão analisar com cuidado as consequências para a concorrência.",
    "O conselho de administração voltará a debater a questão na próxima semana.",
  ],
  ru: [
    "Переговоры продолжались несколько недель, сообщил источник, знакомый с ходом обсуждения.",
    "Представитель компании отказался комментировать подробности, появившиеся в печати.",
    "Ожидается, что регуляторы внимательно изучат последствия для рынка.",
    "Совет директоров вернётся к этому вопросу на следующей неделе.",
  ],
  uk: [
    "Перемовини тривали кілька тижнів, повідомило джерело, обізнане з перебігом обговорення.",
    "Речник компанії відмовився коментувати подробиці, що з’явилися в пресі.",
    "Очікується, що регулятори уважно вивчать наслідки для ринку.",
    "Рада директорів повернеться до цього питання наступного тижня.",
  ],
  vi: [
    "Các cuộc đàm phán đã kéo dài trong nhiều tuần, theo một nguồn tin am hiểu vấn đề này.",
    "Người phát ngôn của công ty từ chối bình luận về những chi tiết mà báo chí đưa tin.",
    "Cơ quan quản lý dự kiến sẽ xem xét kỹ lưỡng tác động đối với thị trường.",
    "Hội đồng quản trị sẽ bàn lại vấn đề này trong cuộc họp tuần tới.",
  ],
  "zh-Hans": [
    "知情人士表示，双方的谈判已经持续了几周，目前尚未作出最终决定。",
    "该公司发言人拒绝就媒体报道的细节发表评论。",
    "监管机构预计将仔细审查此事对市场竞争的影响。",
    "董事会将在下周的会议上再次讨论这个问题。",
  ],
  "zh-Hant": [
    "知情人士表示，雙方的談判已經持續了幾週，目前尚未作出最終決定。",
    "該公司發言人拒絕就媒體報導的細節發表評論。",
    "監管機構預計將仔細審查此事對市場競爭的影響。",
    "董事會將在下週的會議上再次討論這個問題。",
  ],
};

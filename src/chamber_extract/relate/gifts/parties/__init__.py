"""Who gives and who receives: how a reader decides, step by step; the first step that names somebody decides.

    words before a verb -> the span of a name -> the name as written, and the chamber that it is

Where a name begins and ends (`clause_words`, `bounds`)
  1. Words of time, adverbs and what else opens a clause are taken off by the dictionary.
  2. A name begins at a chamber or a person that is known, at 该会 or 他, at a count, or behind the last word that no name
     holds. What a verb or a preposition governs (走访商会, 到警察局, 委人) is nobody's name.
  3. What is then left must read as a whole name (`is_credible`): no giver is better than a piece of a sentence.

Who acts in the words before a verb (`subject_phrases`, `roles`, `person_names`)
  0. who is sent or comes along (会员代表走访, 由儿子陪同), whom somebody asks (托亲友) and who hands on (使馆转来商会捐款) give nothing;
  1. whose commission it is (受…委托);  2. the body whose officers or crew are led on a visit, or through whom it acts (由会长甲派出);
  3. of whom something was received;  4. whose it is said to be, who is asked to give, who is led, for whom somebody acts
     (由会员, 号召会员, 率恒通集团, 代表商会): the words that turn from one to another stand in the table of clause words. Fellows who are
     led and members who are taken along (率理事, 组织会员走访) are none; who asks gives too where he is said to (并率先捐出);
  5. the name that opens the words (`named`): of a firm that somebody runs the firm (甲主持的鼎盛集团, 甲的云锦服饰, 其公司恒昌寝具),
     of a rank and a name the name (会员企业金盾塑料), and of one described the name behind the clause (开餐馆的老冯).

Whose gift it is (`subjects`, `raisers`, `officers`)
  1. The subject; where the clause has none, the topic: who was last spoken of, or stands alone on the line before. Who only came, saw or received is no topic of
     the next sentence, nor who gave a part (其余由会员捐出).
  2. What was raised is the body's that is spoken of; a total behind the gifts of several is of the body at the head of the article.
     An event that names no body (活动共筹得, 席间拍卖，筹得) names no giver.
  3. An officer who hands over, or who leads others (一行, 偕副会长), gives for the body whose office he has, else for the one
     spoken of or at the head of the article; so too what a meeting decides and what the body's own purse pays (从会费结余中);
     he gives for himself where he is said to (个人), where his firm is named, or where he plainly gives (会长甲捐款).
  4. Members and fellows who give (该会同仁捐款) stand as written; who hand out (该会同仁派发, 商会的8名会员送来) are the body.
     How many the members are is told of the body, and what they pay for (由会员企业出资采购) it gives.
  5. Who is named behind the gift (由甲提供, 这是甲送来的) gave it; what holds a gift of another (其中会长甲20万元) is of several (`borne`).

Who receives (`recipients`): the object before the verb, behind the figures, of a visit; those who are helped before those who
only hand on. `told_after` fills in what the rest of the sentence or the next tells.

How they are called (`names`, `references`, `people_meant`): as written and cleaned. A body has the longest name of its article
of which its short name is made; 该会 is the body that last opened a clause of its sentence, 本会 who signs or publishes the
text, 贵会 to whom it is written, 商会 the one body of its paragraph or article, or the one of several that opens a sentence or is a chamber;
他 is the only one told of in part in his sentence (开酒吧的郑女士), else who opens the last sentence.
"""

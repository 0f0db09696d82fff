"""Who gives and who receives: how the words name them.

    words before a verb -> the span of a name -> the name as written, and the chamber that it is

Where a name begins and ends (`clause_words`, `nouns`, `marks`, `beginnings`): words of time, adverbs and the like are
taken off by the dictionary. A name begins at a chamber or a person that is known, at 该会 or 他, at a count, or behind
the last word that no name holds; a name that a verb governs (走访商会) gives nothing. `credible` then refuses what is only
a piece of a sentence: no giver is better than a wrong one.

Who acts (`subject_phrases`): whose commission it is (受…委托), the body whose officers lead a visit, from whom something
was received, who is called on or spoken for (号召会员, 代表商会), the name that opens the words (`named`), a known name
at their end. Where they name nobody, the topic is carried over.

Whose gift it is (`subjects`): the subject; else the topic, the one who received for many, or the chamber spoken of, for which
its officers only hand over. Officers give for themselves where they are said to, or where their firm is named.

Who receives (`recipients`, `visits`, `end_receivers`): the object before the verb, behind the figures, of a visit; those who
are helped before those who only hand on. `told_after` fills in what the rest of the sentence or the next tells.

How they are called (`names`, `references`, `people_meant`): cleaned, and whom 该会, 商会, 他 and 汪会长 stand for.
"""

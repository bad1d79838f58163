using OneStop.Domain.ReplyTemplates;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>
/// The templates of the demo. 【 starts a folder; ■ starts a template (title, a bar, its reading), followed by its body. The folder
/// 【自分用】 is created for each counselor.
/// </summary>
internal sealed class TemplateChapter : IDemoChapter
{
    private const string Mine = "自分用";

    private const string All = """
        【はじめての方へ
        ■はじめの返信｜はじめのへんしん
        {{あいさつ}}。ご連絡ありがとうございます。
        お話をうかがって、一緒に考えていきます。いまのお仕事の曜日と時間、お子さんの年齢を、書ける範囲で教えてください。
        ■くわしく聞かせてください｜くわしくきかせてください
        お話ししてくださって、ありがとうございます。
        {{?聞きたいこと}}について、もう少し教えていただけますか。書きにくいことは書かなくて大丈夫です。
        ■お時間をください（24時間以内）｜おじかんをください
        ありがとうございます。確かめてから、{{24時間の期限}}までにお返事します。少しだけお待ちください。
        ■このサービスについて｜このさーびすについて
        福岡市にお住まいのひとり親の方のための、仕事の相談窓口です。相談は無料で、朝6時から深夜1時まで受け付けています。お父さんも、離婚の前の方もご相談いただけます。
        ■担当の紹介｜たんとうのしょうかい
        担当の{{担当者}}です。これからよろしくお願いします。お電話のときは「{{相談者}}」とお伝えください。
        【予約
        ■予約のおすすめ｜よやくのおすすめ
        くわしくお話をうかがう時間を取りませんか。1回60分まで、チャット・電話・ビデオ通話から選べます。
        ご希望の日と時間を2つほど送ってください。
        ■予約の確認｜よやくのかくにん
        ご予約を{{?日時}}でお取りしました。方法は{{?方法}}です。
        当日{{?日時}}になりましたら、こちらからご連絡します。
        ■予約の変更を受けました｜よやくのへんこう
        {{?新しい日時}}に変更しました。ご連絡ありがとうございます。
        ■お子さんの体調で変更｜おこさんのたいちょう
        お子さん、心配ですね。相談はいつでも変えられます。落ち着いたら、ご希望の日を送ってください。お大事になさってください。
        ■明日の相談のお知らせ｜あしたのそうだん
        {{明日}} {{?時刻}}に、{{?方法}}でお待ちしています。ご都合が変わったときは、このトークで知らせてください。
        【お金の制度
        ■自立支援教育訓練給付金｜じりつしえんきょういくくんれんきゅうふきん
        指定の講座を受けて修了すると、受講料の一部が戻る制度です。受講を申し込む前に相談が必要です。受けたい講座が決まっていましたら、名前を教えてください。
        ■高等職業訓練促進給付金｜こうとうしょくぎょうくんれんそくしんきゅうふきん
        看護師や保育士などの資格を取るために学校へ通うあいだ、毎月の生活費の助けになる給付です。対象になる資格や期間を一緒に確かめましょう。
        ■高等職業訓練促進資金貸付｜こうとうしょくぎょうくんれんそくしんしきんかしつけ
        資格のための学校に入るときと、資格を取って働き始めるときに使える貸付です。決まった期間働くと、返さなくてよくなることがあります。
        ■住宅支援資金貸付｜じゅうたくしえんしきんかしつけ
        就職や転職に取り組むあいだの家賃のための貸付です。自立支援プログラムを作ることが条件です。ご説明の時間をいただけますか。
        ■4つの制度をまとめて｜よっつのせいど
        使えるかもしれない制度が4つあります。
        ・自立支援教育訓練給付金（講座の受講料）
        ・高等職業訓練促進給付金（学校に通うあいだの生活費）
        ・高等職業訓練促進資金貸付（入学と就職の準備）
        ・住宅支援資金貸付（家賃）
        気になるものがあれば、教えてください。
        【応募・面接
        ■求人の紹介｜きゅうじんのしょうかい
        ご希望に近い求人がありました。
        {{?会社と仕事}}
        勤務は{{?曜日と時間}}です。気になることがあれば、応募の前に会社へ確かめます。
        ■履歴書を見ます｜りれきしょをみます
        いまある履歴書があれば、写真で送ってください。まだなければ、ひな形を使って一緒に作りましょう。
        ■面接の前の日に｜めんせつのまえのひ
        明日はいよいよ面接ですね。持ち物は{{?持ち物}}です。いつもどおりで大丈夫です。終わったら、どうだったか聞かせてください。
        ■結果を待つあいだ｜けっかをまつあいだ
        おつかれさまでした。結果は{{?いつごろ}}に分かる予定です。届いたら、どちらでも教えてください。
        【働きはじめてから
        ■就職おめでとうございます｜しゅうしょくおめでとう
        おめでとうございます！働きはじめてから半年のあいだ、ご希望の方には続けてお話をうかがいます。ご希望でしたら「希望します」と送ってください。
        ■1か月のようす｜いっかげつのようす
        働きはじめて1か月になりますね。体の調子や、お子さんとの時間はいかがですか。困っていることがあれば、小さなことでも教えてください。
        ■会社に伝える前に｜かいしゃにつたえるまえに
        会社に伝える前に、ここで一緒に整理しましょう。いちばん困っているのは{{?困っていること}}ということで合っていますか。
        【自分用
        ■深夜のひとこと｜しんやのひとこと
        遅い時間までおつかれさまです。今日はここまでにして、ゆっくり休んでください。続きは{{明日}}以降、いつでもどうぞ。
        ■ブランクのある方へ｜ぶらんくのあるかたへ
        お休みのあいだの子育てや地域の活動も、書き方しだいで強みになります。一緒に言葉にしていきましょう。
        """;

    /// <summary>Writes all templates, with some uses by the counselors.</summary>
    public Task Write(DemoBook book)
    {
        var (now, counselors, manager) = (book.Now, book.With(Duty.Counselor), book.With(Duty.Manager)[0]);
        var order = 0;
        foreach (var part in All.ReplaceLineEndings("\n").Split('【', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part[..part.IndexOf('\n')];
            if (name == Mine)
                counselors.ForEach(c => Fill(book, TemplateFolder.Open(c, name, 1, now), part, c, [c], now));
            else
                Fill(book, TemplateFolder.Open(TemplateFolder.Everybody, name, ++order, now), part, manager, counselors, now);
        }
        return Task.CompletedTask;
    }

    private static void Fill(DemoBook book, TemplateFolder folder, string part, Guid author, List<Guid> users, DateTimeOffset now)
    {
        book.Add(folder);
        foreach (var (at, text) in part.Split('■').Skip(1).Index())
        {
            var (head, body) = (text[..text.IndexOf('\n')].Split('｜'), text[text.IndexOf('\n')..]);
            var template = ReplyTemplate.Write(folder, TemplateWording.Of(head[0], head[1], body), author, now.AddDays(-40 + at));
            book.AddRange(template, template.Keep());
            foreach (var user in users)
                Use(book, template.Id, user, times: head[1].Length * 7 % 23 / (at + 1), now.AddDays(-1));
        }
    }

    private static void Use(DemoBook book, Guid templateId, Guid staffId, int times, DateTimeOffset at)
    {
        if (times == 0)
            return;
        var use = ReplyTemplateUse.Begin(templateId, staffId);
        for (var i = 0; i < times; i++)
            use.Again(at);
        book.Add(use);
    }
}

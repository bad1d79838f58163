using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Employers;
using OneStop.Domain.Employers.Ties;
using OneStop.Domain.Outreach;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>
/// Employers in the second month of outreach: at every stage, with contacts, people, places, marks and findings. All companies, addresses and numbers
/// are invented.
/// </summary>
internal sealed class EmployerChapter : IDemoChapter
{
    private static readonly string[] Names =
    [
        "そよかぜ", "なないろ", "ひだまり", "しらさぎ", "こもれび", "あさひ", "はなみずき", "つむぎ", "みずほ", "おおぞら", "いろは", "かもめ", "たんぽぽ", "わかば", "ほしの", "さざなみ",
    ];

    private static readonly (string Form, string Kind, string Industry)[] Trades =
    [
        ("株式会社", "フーズ", "58"), ("医療法人", "クリニック", "83"), ("社会福祉法人", "会", "85"), ("株式会社", "物流", "44"), ("有限会社", "製菓", "09"), ("株式会社", "システム", "39"),
        ("合同会社", "サポート", "92"), ("株式会社", "不動産", "69"),
    ];

    private static readonly (string City, int Weight)[] Cities =
    [
        ("福岡市博多区", 3), ("福岡市中央区", 3), ("福岡市東区", 2), ("福岡市南区", 2), ("福岡市早良区", 1), ("福岡市西区", 1), ("春日市", 1),
        ("糟屋郡志免町", 1), ("大野城市", 1), ("北九州市小倉北区", 1),
    ];

    private static readonly (EmployerSource Source, string Name)[] Sources =
    [
        (EmployerSource.OwnList, ""), (EmployerSource.BusinessAssociation, "みほん商工会議所（架空）"), (EmployerSource.Bank, "みほん銀行（架空）"),
        (EmployerSource.CityBureau, "みほん就業支援事業（架空）"), (EmployerSource.Introduced, ""), (EmployerSource.FromClient, ""),
    ];

    /// <summary>The contacts of an employer, one list for each stage that it may have reached.</summary>
    private static readonly (ContactKind Kind, ContactResult Result, string Words)[][] Courses =
    [
        [],
        [(ContactKind.Call, ContactResult.NotReached, "")],
        [(ContactKind.Call, ContactResult.Listened, "採用担当の方に、ひとり親の就業支援の説明をした。資料を見て考えるとのこと。")],
        [(ContactKind.Call, ContactResult.WillMeet, "来週の訪問を約束した。"), (ContactKind.Visit, ContactResult.Listened, "職場を見せてもらった。子どもの急な休みは、当日の電話で対応している。")],
        [(ContactKind.Call, ContactResult.PapersWanted, "資料を送ってほしい。"), (ContactKind.Online, ContactResult.Considers, "春に増員の予定。社内で相談してもらう。")],
        [(ContactKind.Visit, ContactResult.WillOffer, "事務のパートを1人。9時から15時で検討。")],
        [(ContactKind.Call, ContactResult.NotNow, "今年度の採用は終わった。")],
        [(ContactKind.Call, ContactResult.Listened, ""), (ContactKind.Call, ContactResult.Declined, "土日に出られる人に限りたい。")],
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ClientChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (seekers, places) = (book.With(Duty.OutreachOfficer), Cities.SelectMany(c => Enumerable.Repeat(c.City, c.Weight)).ToList());
        var managers = book.With(Duty.Manager);
        for (var i = 0; i < Names.Length * 3; i++)
        {
            var employer = Enter(book, i, places[i * 7 % places.Count], i % 9 == 8 ? managers[0] : seekers[0]);
            employer.Assign(i % 11 == 10 ? null : i % 9 == 8 ? managers[0] : seekers[0]);
            Contact(book, employer, Courses[i % Courses.Length], seekers[0], book.Now.AddDays(-18 + i % 9));
            if (employer.Course is { Next: { } next } course && next.On < book.Now.AddDays(-2).JapaneseDate)
                employer.Move(course with { Next = next with { On = book.Now.AddDays(i % 12 - 2).JapaneseDate } }, book.Now.AddDays(-3));
            if (i % 8 == 5)
                employer.Move(employer.Course.MovedTo(EmployerStage.HasOpening, book.Now.JapaneseDate), book.Now);
            if (i % 3 == 0)
                Fill(book, employer, i, seekers[0]);
            book.Add(employer);
        }
        Tie(book);
        return Task.CompletedTask;
    }

    private static Employer Enter(DemoBook book, int i, string city, Guid staff)
    {
        var (name, trade, source) = (Names[i % Names.Length], Trades[i * 5 % Trades.Length], Sources[i * 5 % Sources.Length]);
        var branch = (i / Names.Length) switch { 0 => "", 1 => "みらい", _ => "ひがし" };
        return Employer.Of(new()
        {
            Name = $"{trade.Form}{name}{branch}{trade.Kind}（架空）",
            Kana = name + branch,
            Address = $"福岡県{city}みほん町{i + 1}-{i % 7 + 1}",
            IndustryCode = trade.Industry,
            Employees = 8 + i * 13 % 240,
            Women = 4 + i * 13 % 240 / 2,
            Phone = $"092-000-{1000 + i}",
            Source = source.Source,
            SourceName = source.Name,
        }, staff, book.Now.AddDays(-50 + i % 20));
    }

    private static void Contact(DemoBook book, Employer employer, (ContactKind Kind, ContactResult Result, string Words)[] course, Guid staff,
        DateTimeOffset first)
    {
        foreach (var (n, (kind, result, words)) in course.Index())
        {
            var at = first.AddDays(n * 9).AddHours(n);
            var wish = OutreachWish.At(employer.Course, at).Proposing(kind, result, at.JapaneseDate) with { Words = words };
            if (result == ContactResult.Declined)
                wish = wish with { DeclineReason = DeclineReason.HoursDoNotFit, WhatWouldChange = "土曜だけでも出られる人がいれば" };
            book.Add(OutreachContact.Of(employer, wish, staff, at));
            employer.Met(at);
        }
    }

    private static void Fill(DemoBook book, Employer employer, int i, Guid staff)
    {
        var (at, today) = (book.Now.AddDays(-12), book.Now.AddDays(-12).JapaneseDate);
        book.Add(EmployerPerson.Of(employer.Id, EmployerPersonWish.None with
        {
            Name = "人事 担当",
            Role = "総務課",
            Phone = $"092-000-{2000 + i}",
            BestTime = "平日の午前",
        }, at));
        book.Add(Worksite.Of(employer.Id, WorksiteWish.None with { Name = "本社", Address = employer.Address, Station = "みほん駅", Minutes = 3 + i % 12 }, at));
        book.Add(Understanding.Of(employer.Id, UnderstandingTopic.SuddenFever, new(UnderstandingLevel.Yes, "当日の電話で休める。代わりの人を前もって決めている。",
            UnderstandingEvidence.Visited, today), staff, at));
        book.Add(Understanding.Of(employer.Id, UnderstandingTopic.Promotion, new(i % 2 == 0 ? UnderstandingLevel.Yes : UnderstandingLevel.Partly,
            "昨年、パートから正社員に2人。", UnderstandingEvidence.Told, today), staff, at));
        if (i % 6 == 0)
        {
            book.Add(EmployerMark.Of(employer.Id, new(i % 4 == 0 ? MarkKind.Kurumin : MarkKind.Eruboshi2, "", 2025, today, "会社のホームページ"), staff, at));
            employer.Agree(ListingConsent.Of(new(today, "総務課長", "訪問のときに確認"), staff, at));
        }
    }

    /// <summary>Two clients have to do with employers, so that the mark is seen.</summary>
    private static void Tie(DemoBook book)
    {
        var (clients, employers, counselor) = (book.Written<Client>().Take(2).ToList(), book.Written<Employer>().ToList(), book.With(Duty.Counselor)[0]);
        foreach (var (n, client) in clients.Index())
        {
            var (at, kind) = (book.Now.AddDays(-30), n == 0 ? TieKind.WorksThere : TieKind.NoContact);
            book.Add(EmployerTie.Of(client.Id, new(employers[2 + n].Id, kind, at.JapaneseDate, ""), counselor, at));
        }
    }
}

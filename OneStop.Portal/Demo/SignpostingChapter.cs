using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;

namespace OneStop.Portal.Demo;

/// <summary>Signpostings at every stage, in the last weeks of the second month.</summary>
internal sealed class SignpostingChapter : IDemoChapter
{
    private static readonly (int Partner, string Purpose, string Words)[] Ways =
    [
        (0, "求職の申し込み", "マザーズコーナーの場所と持ち物を伝えた"), (2, "給付金の事前相談", "面談の予約のしかたを説明した"), (7, "仕事の間の預け先", "一時預かりの空きを一緒に確かめた"),
        (3, "今月の生活費", "貸付の条件を説明した"), (8, "資格を取るための学校", "見学の日を伝えた"), (9, "子どもの勉強", "申込書の書き方を説明した"), (10, "家賃の見直し", "家賃の分かるものを持って行くよう伝えた"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ClientChapter), typeof(PartnerChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var (staff, partners) = (book.With(Duty.Counselor), book.Written<Partner>().ToList());
        foreach (var (i, client) in book.Written<Client>().OrderBy(c => c.Number).Take(21).Index())
        {
            var (partner, purpose, words) = Ways[i % Ways.Length];
            Write(book, client, partners[partner], (purpose, words), staff[i % staff.Count], i);
        }
        return Task.CompletedTask;
    }

    private static void Write(DemoBook book, Client client, Partner partner, (string Purpose, string Words) of, Guid by, int i)
    {
        var (begun, today) = (book.Now.AddDays(-20 + (i % 9)), book.Now.JapaneseDate);
        var day = begun.JapaneseDate;
        var signposting = Signposting.Of(client.Id, partner, SignpostingWish.None(day) with { Purpose = of.Purpose }, by, begun);
        signposting.Advance(StepWish.None(SignpostingStage.Explained, day) with { Words = of.Words, NextOn = today.AddDays(i % 6 - 1) }, by, begun);
        if (i % 3 > 0)
            signposting.Advance(StepWish.None(SignpostingStage.Signposted, day.AddDays(2)) with
            {
                SharesName = i % 6 == 1,
                HandedOver = i % 6 == 1 ? "お名前、希望の日、連絡のとれる時間" : "",
                NextOn = today.AddDays(i % 6 - 1),
            }, by, begun.AddDays(2));
        if (i % 6 == 1)
            book.Add(Consent.To(SharingConsent.To, client.Id, by, begun.AddDays(2), new(ConsentWay.ByWord, "", new(partner.Id, partner.Name))));
        if (i % 6 == 5)
            signposting.Advance(StepWish.None(SignpostingStage.Ended, day.AddDays(6)) with { Result = SignpostingResult.Connected, Words = "本人から、話を聞いてもらえたと連絡があった" },
                by, begun.AddDays(6));
        book.Add(signposting);
    }
}

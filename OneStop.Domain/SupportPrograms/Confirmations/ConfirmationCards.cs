using OneStop.Domain.Channels;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.SupportPrograms.Confirmations;

/// <summary>The card with the address. Neither its notification nor its words tell what it is about, because others may see the telephone.</summary>
public static class ConfirmationCards
{
    /// <summary>Returns the card.</summary>
    public static CardContent Of(ProgramConfirmation page, DateTimeOffset until) => new("お知らせがあります", "確かめてほしいことがあります",
        $"お約束していたページができました。読んで、このままでよいか、話し合いたいかを、えらんでください。\n\n開くときに、{Asks(page.Gate)}を入れます。\n{JapanTime.Say(until)}まで開けます。まわりに人がいないときに開いてください。",
        [new("ページを開く", Opens: $"{ProgramConfirmation.PagePath}{LinkKeys.PlaceFor(page.LinkId)}")]);

    private static string Asks(ConfirmationGate gate) => gate switch
    {
        ConfirmationGate.Code => "担当からお伝えする番号",
        ConfirmationGate.BirthDate => "あなたの生年月日",
        ConfirmationGate.Either => "担当からお伝えする番号か、あなたの生年月日",
        _ => throw new ArgumentOutOfRangeException(nameof(gate)),
    };
}

using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Approvals;
using OneStop.Domain.Clients;
using OneStop.Domain.Data;

namespace OneStop.Domain.Partners.Signpostings;

/// <summary>
/// 関係機関への情報の提供: the consent to telling one named partner the client's name and what the partner needs to know (別紙 7). Without it, a partner
/// is told of a client without their name, or the client calls by themselves.
/// </summary>
public sealed class SharingConsent : IRestsOnConsent
{
    /// <summary>The words that are shown or read out.</summary>
    public const string Words = "ご案内する窓口に、あなたのお名前と、ご相談のうち窓口に必要なことだけをお伝えします。お伝えする前に、内容を一緒に確かめます。この同意は、いつでも取り消せます。取り消したあとは、お伝えしません。すでにお伝えしたことは、窓口から消すことはできません。";

    /// <summary>The purpose.</summary>
    public static ConsentPurpose To { get; } = new("sharing", "関係機関への情報の提供", "2026-11", ContentDigest.Of(Words)) { Text = Words, HasObject = true, MayEnd = true };

    /// <inheritdoc/>
    public ConsentPurpose Purpose => To;

    /// <summary>Signpostings that are under way and in which the partner knows the name.</summary>
    public async Task<RestingOnConsent> Of(OneStopDb db, Guid clientId, Guid? objectId, DateTimeOffset now) => new([], 0)
    {
        Others = [.. (await db.Signpostings.Where(s => s.ClientId == clientId && (objectId == null || s.PartnerId == objectId)
                && s.Stage != null && s.Stage != SignpostingStage.Ended && s.Steps.Any(t => t.SharesName && t.Withdrawal == null))
            .OrderBy(s => s.BegunAt).Select(s => s.Service).ToListAsync()).Select(s => $"「{s}」に、これから先のことを名前で伝えられなくなります。")],
    };

    /// <summary>Nothing is deleted: what was told was told. From now on no step shares the name, because <see cref="SignpostingDesk"/> asks for the consent.</summary>
    public Task End(OneStopDb db, Guid clientId, Guid? objectId, Guid? by, DateTimeOffset now) => Task.CompletedTask;
}

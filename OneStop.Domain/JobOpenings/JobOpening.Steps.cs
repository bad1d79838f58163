using OneStop.Domain.JobOpenings.Counting;

namespace OneStop.Domain.JobOpenings;

/// <content>The steps: 受理, 確認, 公開, 延長, 終了, and taking them back.</content>
public sealed partial class JobOpening
{
    /// <summary>受理: accepts the opening under a number of ours.</summary>
    /// <param name="refusals">What the gate says against it; nothing may.</param>
    /// <param name="askAgainOn">When the employer is asked again.</param>
    /// <exception cref="RuleException">Something is missing, or it was accepted already.</exception>
    public void Receive(IReadOnlyList<string> refusals, DateOnly on, int number, DateOnly? askAgainOn, Guid by, DateTimeOffset now)
    {
        RefuseIfOver();
        if (Receipt is not null)
            throw new RuleException($"この求人は、もう受理しています（{Number}）。");
        if (on > now.JapaneseDate)
            throw new RuleException("受付の日は、きょうまでの日付で選んでください。", nameof(OpeningReceipt.On));
        RefuseBecause(refusals, "受理");
        (Receipt, ReceiptNumber, AsOf, AskAgainOn) = (new(now, by, on), number, on, askAgainOn);
        Settle(now);
    }

    /// <summary>Names the employer of a public opening who agreed that we introduce people.</summary>
    /// <exception cref="RuleException">It is no public opening, or was accepted already.</exception>
    public void Adopt(Guid employerId, Guid? worksiteId, DateTimeOffset now)
    {
        RefuseIfOver();
        if (State != OpeningState.Listed)
            throw new RuleException("受理していない公開求人ではありません。画面を読み込み直してください。");
        (EmployerId, WorksiteId) = (employerId, worksiteId);
        Settle(now);
    }

    /// <summary>Whether a member of staff is a second person to it.</summary>
    public bool MayBeCheckedBy(Guid staffId) => !Writers.Contains(staffId) && Receipt?.StaffId != staffId;

    /// <summary>確認: a second person, who neither wrote nor accepted it, found exactly this content right.</summary>
    /// <param name="seen">The digest of what was on the screen.</param>
    /// <exception cref="RuleException">It is the own opening, is not accepted, was changed meanwhile, or the gate is against it.</exception>
    public void CheckBy(Guid by, string seen, IReadOnlyList<string> refusals, DateTimeOffset now)
    {
        RefuseIfOver();
        if (State != OpeningState.Received)
            throw new RuleException($"確認を待っている求人ではありません（いまは「{State.InJapanese}」です）。画面を読み込み直してください。");
        if (!MayBeCheckedBy(by))
            throw new RuleException("この求人を書いた人や受理した人とは、別の人が確認します。");
        if (seen != Digest)
            throw new RuleException("内容が、見ていたものと違います。画面を読み込み直して、もう一度確かめてください。");
        RefuseBecause(refusals, "確認");
        Check = new(now, by, seen);
        Settle(now);
    }

    /// <summary>Takes one's own check back, while it is not published.</summary>
    /// <exception cref="RuleException">There is no own check, or it is published.</exception>
    public void TakeCheckBack(Guid by, DateTimeOffset now)
    {
        RefuseIfOver();
        if (State != OpeningState.Checked || Check!.StaffId != by)
            throw new RuleException("取り消せる確認がありません。自分の確認を、公開の前に取り消せます。");
        Check = null;
        Settle(now);
    }

    /// <summary>公開</summary>
    /// <exception cref="RuleException">Nobody has checked it, or the gate is against it.</exception>
    public void Publish(IReadOnlyList<string> refusals, Guid by, DateTimeOffset now)
    {
        RefuseIfOver();
        if (Publication is not null && Check is not null)
            throw new RuleException("この求人は、もう公開しています。");
        RefuseBecause(refusals, "公開");
        Publication = new(now, by);
        Settle(now);
    }

    /// <summary>公開を止める: it stays accepted and checked.</summary>
    /// <exception cref="RuleException">It has ended.</exception>
    public void Unpublish(DateTimeOffset now)
    {
        RefuseIfOver();
        Publication = null;
        Settle(now);
    }

    /// <summary>延長: the same opening stays valid; it neither counts again nor has to be checked again.</summary>
    /// <returns>The revision to be kept, because the validity was told.</returns>
    /// <exception cref="RuleException">It has ended, is not accepted, or the day is not later.</exception>
    public OpeningRevision Extend(DateOnly until, string why, Guid by, DateTimeOffset now)
    {
        RefuseIfOver();
        if (Receipt is null)
            throw new RuleException("受理した求人だけ延長できます。");
        if (until <= ValidUntil || until < now.JapaneseDate)
            throw new RuleException("今の有効期限より先の、きょうからの日付を選んでください。", nameof(OpeningWish.ValidUntil));
        var revision = OpeningRevision.Of(this, Revisions + 1, Wish, [], why, by, now);
        (Revisions, ValidUntil) = (Revisions + 1, until);
        Settle(now);
        return revision;
    }

    /// <summary>Records that the employer said that it is still so.</summary>
    /// <param name="askAgainOn">When to ask next.</param>
    public void SaidStillSo(DateOnly on, DateOnly? askAgainOn, DateTimeOffset now)
    {
        (AsOf, AskAgainOn) = (on, askAgainOn);
        Settle(now);
    }

    /// <summary>終了. From this moment no list, card or broadcast offers it.</summary>
    /// <exception cref="RuleException">It has ended, words are missing, or the kind does not fit.</exception>
    public void EndBy(OpeningEndKind kind, DateOnly on, RefusalReason? refusal, string words, Guid? by, DateTimeOffset now)
    {
        RefuseIfOver();
        if (kind == OpeningEndKind.Refused && (refusal is null || Receipt is not null))
            throw new RuleException(Receipt is not null ? "受理した求人は、不受理にはできません。取下げか誤登録で終えてください。" : "不受理の理由（職業安定法5条の6）を選んでください。",
                nameof(OpeningEnd.Refusal));
        if (on > now.JapaneseDate)
            throw new RuleException("終わった日は、きょうまでの日付で選んでください。", nameof(OpeningEnd.On));
        if (kind.NeedsWords && string.IsNullOrWhiteSpace(words))
            throw new RuleException("終わる理由を書いてください。", nameof(OpeningEnd.Words));
        if (words.Trim() is not { Length: <= OpeningEnd.LongestWords } trimmed)
            throw new RuleException($"理由は{OpeningEnd.LongestWords}文字までです。", nameof(OpeningEnd.Words));
        End = new(now, kind, on, kind == OpeningEndKind.Refused ? refusal : null, trimmed, by, State);
        Settle(now);
    }

    /// <summary>Takes the end back: it is where it was before.</summary>
    /// <exception cref="RuleException">It has not ended.</exception>
    public void BringBack(DateTimeOffset now)
    {
        if (End is null)
            throw new RuleException("この求人は終わっていません。画面を読み込み直してください。");
        End = null;
        Settle(now);
    }

    /// <summary>Settles whether it counts, once.</summary>
    internal void CountBy(OpeningCount count, DateTimeOffset now)
    {
        Count ??= count;
        Settle(now);
    }

    /// <summary>Decides that it counts, or not, whatever the rule says.</summary>
    /// <param name="decision">Null takes the decision back.</param>
    public void DecideCount(CountDecision? decision, DateTimeOffset now)
    {
        CountDecision = decision;
        Settle(now);
    }

    /// <summary>複製: begins another opening with these words. It is a draft of its own, without day, number, or check.</summary>
    public JobOpening Copy(Guid by, DateTimeOffset now)
    {
        if (EmployerId is null)
            throw new RuleException("事業者を登録すると、この求人をもとに作れます。");
        var period = Terms.Period with { From = null, Until = Terms.Period.Months is null ? Terms.Period.Until : null };
        var copy = Of(Wish with { ValidUntil = null, Terms = Terms with { Period = period } }, by, now);
        copy.CopiedFrom = Id;
        return copy;
    }

    /// <summary>Says what is against a step.</summary>
    private static void RefuseBecause(IReadOnlyList<string> refusals, string step)
    {
        if (refusals.Count > 0)
            throw new RuleException($"{step}できません。{refusals[0]}{(refusals.Count > 1 ? $"（ほか{refusals.Count - 1}件）" : "")}");
    }
}

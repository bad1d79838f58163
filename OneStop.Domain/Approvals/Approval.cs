using OneStop.Domain.Staff;

namespace OneStop.Domain.Approvals;

/// <summary>What is asked for.</summary>
/// <param name="Kind">A word for what it is, by which its feature finds it.</param>
/// <param name="Number">Counts the approvals of a kind; of two who ask at once only one has it.</param>
/// <param name="Title">What stands in the list of those who decide. It names nobody who is supported.</param>
/// <param name="Decides">Whose decision it is.</param>
/// <param name="Digest">Of the content (<see cref="ContentDigest"/>): what exactly is approved.</param>
/// <param name="Remark">What whoever decides should know.</param>
/// <param name="Until">From when on it is too late to decide, and an approval holds no more; null where it does not expire.</param>
public sealed record ApprovalRequest(string Kind, int Number, string Title, Duty Decides, string Digest, string Remark = "", DateTimeOffset? Until = null);

/// <summary>
/// 承認: somebody asks that something may be done, and somebody else decides. It holds for exactly the content that was looked at, and for
/// as long as was asked. Whoever asked never decides (承認は作成者以外).
/// </summary>
public sealed class Approval
{
    public const int LongestKind = 20, LongestTitle = 100;

    /// <summary>The most characters of a remark, and of a reason.</summary>
    public const int LongestWords = 400;

    private Approval() { }

    /// <summary>Asks for an approval.</summary>
    /// <exception cref="RuleException">The remark is too long.</exception>
    public static Approval Ask(ApprovalRequest request, Guid staffId, DateTimeOffset now)
    {
        if (request.Remark.Trim() is not { Length: <= LongestWords } remark)
            throw new RuleException($"{request.Decides.InJapanese}への説明は{LongestWords}文字までです。");
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Kind = request.Kind,
            Number = request.Number,
            Title = request.Title,
            Decides = request.Decides,
            Digest = request.Digest,
            Remark = remark,
            Until = request.Until,
            AskedAt = now,
            AskedBy = staffId,
        };
    }

    /// <summary>Enters what the City approved outside of the portal. The letter is the decision; whoever enters it decides nothing.</summary>
    public static Approval Enter(ApprovalRequest request, ApprovalLetter letter, Guid staffId, DateTimeOffset now)
    {
        var entered = Ask(request, staffId, now);
        entered.Decision = new(now, staffId, request.Digest, letter.Number, letter.On, letter.By);
        return entered;
    }

    public Guid Id { get; private set; }
    public string Kind { get; private set; } = "";
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public Duty Decides { get; private set; }
    public string Digest { get; private set; } = "";
    public string Remark { get; private set; } = "";
    public DateTimeOffset? Until { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public Guid AskedBy { get; private set; }

    public ApprovalDecision? Decision { get; private set; }
    public ApprovalReturn? Return { get; private set; }

    /// <summary>It is not asked for any more, or not made use of any more.</summary>
    public ApprovalStep? Withdrawal { get; private set; }

    /// <summary>When something was begun on its strength last; a decision that is changed meanwhile collides with it.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public ApprovalState State => Return is not null ? ApprovalState.SentBack
        : Withdrawal is not null ? ApprovalState.Withdrawn
        : Decision is not null ? ApprovalState.Granted
        : ApprovalState.Asked;

    /// <summary>取り下げ: it is not asked for any more.</summary>
    /// <exception cref="RuleException">It was decided already.</exception>
    public void Withdraw(Guid staffId, DateTimeOffset now)
    {
        if (State != ApprovalState.Asked)
            throw new RuleException("承認待ちの提案だけを取り下げられます。");
        Withdrawal = new(now, staffId);
    }

    /// <summary>Asks again for what was withdrawn.</summary>
    public void BringBack() => Withdrawal = null;

    /// <summary>やめる: what was approved is not made use of any more. Done twice, the first one stands.</summary>
    public void End(Guid staffId, DateTimeOffset now) => Withdrawal ??= new(now, staffId);

    /// <summary>承認.</summary>
    /// <param name="seen">The <see cref="Digest"/> of what was looked at.</param>
    /// <param name="content">The digest of the content as it is now.</param>
    /// <param name="letter">The City's letter; null where the decision is not the City's.</param>
    /// <exception cref="RuleException">It is not waiting, or too late, or one's own, or not what was looked at.</exception>
    public void Grant(string seen, string content, ApprovalLetter? letter, Guid staffId, DateTimeOffset now)
    {
        if (State != ApprovalState.Asked)
            throw new RuleException("この提案は、いまは承認待ちではありません。");
        if (HasExpired(now))
            throw new RuleException("この提案は、承認の期限を過ぎました。もう一度提案してもらってください。");
        if (staffId == AskedBy)
            throw new RuleException("提案した人とは別の人が承認します。");
        if (seen != Digest || content != Digest)
            throw new RuleException("提案の内容が、見ていたものと違います。画面を読み込み直してください。");
        if (Decides == Duty.City && letter is null)
            throw new ArgumentNullException(nameof(letter), "The City decides by a letter.");
        Decision = new(now, staffId, Digest, letter?.Number, letter?.On, letter?.By);
    }

    /// <summary>差し戻し, with words; also after an approval.</summary>
    /// <exception cref="RuleException">It was withdrawn or sent back already, or there is no reason.</exception>
    public void SendBack(string reason, Guid staffId, DateTimeOffset now)
    {
        if (State is ApprovalState.SentBack or ApprovalState.Withdrawn)
            throw new RuleException("この提案は、もう差し戻せません。");
        Return = reason.Trim() switch
        {
            "" => throw new RuleException("差し戻す理由を書いてください。"),
            { Length: > LongestWords } => throw new RuleException($"差し戻す理由は{LongestWords}文字までです。"),
            var words => new(now, staffId, words),
        };
        Decision = null;
    }

    /// <summary>Something is begun on its strength.</summary>
    /// <inheritdoc cref="RefuseUnlessGranted"/>
    public void Use(string content, DateTimeOffset now)
    {
        RefuseUnlessGranted(content, now);
        UsedAt = now;
    }

    /// <param name="content">The digest of the content as it is now.</param>
    /// <exception cref="RuleException">It does not hold for exactly this, or not any more.</exception>
    public void RefuseUnlessGranted(string content, DateTimeOffset now)
    {
        if (State != ApprovalState.Granted)
            throw new RuleException("承認されていません。");
        if (HasExpired(now))
            throw new RuleException("承認の期限を過ぎました。もう一度提案して、承認を受けてください。");
        if (Decision!.Digest != content)
            throw new RuleException("承認されたあとに内容が変わっています。もう一度提案して、承認を受けてください。");
    }

    private bool HasExpired(DateTimeOffset now) => Until <= now;
}

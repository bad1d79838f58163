using OneStop.Domain.Staff;

namespace OneStop.Domain.Approvals;

/// <summary>What an approval is asked for.</summary>
/// <param name="Kind">The code by which a feature finds its approvals.</param>
/// <param name="Number">A consecutive number within the kind; unique, so of two concurrent requests one gets a conflict.</param>
/// <param name="Title">The title in the list of pending approvals. It contains no client's name.</param>
/// <param name="Decides">The duty that decides.</param>
/// <param name="Digest">The digest of the content (<see cref="ContentDigest"/>): what exactly is to be approved.</param>
/// <param name="Remark">A remark for those who decide.</param>
/// <param name="Until">When the request and its approval expire (exclusive); null if they do not.</param>
public sealed record ApprovalRequest(string Kind, int Number, string Title, Duty Decides, string Digest, string Remark = "", DateTimeOffset? Until = null);

/// <summary>
/// 承認: one person asks and another decides. An approval is valid for exactly the content that was reviewed, and until it expires. The person who
/// asked can never decide (承認は作成者以外).
/// </summary>
public sealed class Approval
{
    public const int LongestKind = 20, LongestTitle = 100;

    /// <summary>The most characters of a remark, and of a reason.</summary>
    public const int LongestWords = 400;

    private Approval() { }

    /// <summary>Creates a request.</summary>
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

    /// <summary>Enters an approval that the City gave by letter. The letter is the decision; the person who enters it decides nothing.</summary>
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

    /// <summary>Who withdrew the request, or ended the use of the approval, and when; null if nobody did.</summary>
    public ApprovalStep? Withdrawal { get; private set; }

    /// <summary>When the approval was last used to begin something. The write makes a concurrent change of the decision fail with a conflict.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public ApprovalState State => Return is not null ? ApprovalState.SentBack
        : Withdrawal is not null ? ApprovalState.Withdrawn
        : Decision is not null ? ApprovalState.Granted
        : ApprovalState.Asked;

    /// <summary>取り下げ: withdraws the request.</summary>
    /// <exception cref="RuleException">It was decided or withdrawn already.</exception>
    public void Withdraw(Guid staffId, DateTimeOffset now)
    {
        if (State != ApprovalState.Asked)
            throw new RuleException("承認待ちの提案だけを取り下げられます。");
        Withdrawal = new(now, staffId);
    }

    /// <summary>Takes the withdrawal back.</summary>
    public void BringBack() => Withdrawal = null;

    /// <summary>やめる: ends the use of the approval. A second call changes nothing.</summary>
    public void End(Guid staffId, DateTimeOffset now) => Withdrawal ??= new(now, staffId);

    /// <summary>承認: approves the request.</summary>
    /// <param name="seen">The <see cref="Digest"/> on the screen of the person who decides.</param>
    /// <param name="content">The digest of the present content.</param>
    /// <param name="letter">The City's letter; null if the City does not decide.</param>
    /// <exception cref="RuleException">The request is not pending or has expired, the person asked for it themselves, or the content is not what they
    /// saw.</exception>
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

    /// <summary>差し戻し with a reason; possible after an approval too.</summary>
    /// <exception cref="RuleException">It was withdrawn or sent back already, or the reason is missing or too long.</exception>
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

    /// <summary>Checks the approval and records its use.</summary>
    /// <inheritdoc cref="RefuseUnlessGranted"/>
    public void Use(string content, DateTimeOffset now)
    {
        RefuseUnlessGranted(content, now);
        UsedAt = now;
    }

    /// <param name="content">The digest of the present content.</param>
    /// <exception cref="RuleException">There is no approval, it has expired, or it is for another content.</exception>
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

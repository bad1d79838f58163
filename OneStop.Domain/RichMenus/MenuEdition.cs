using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OneStop.Domain.RichMenus;

/// <summary>
/// 版: one picture of the menu below the talk with what its buttons do, from the proposal to the day on which it is taken down.
/// Its contents never change: what differs is another edition. It may be put up only after the City approved it, and never by
/// the same person's word alone (承認は作成者以外).
/// </summary>
public sealed class MenuEdition
{
    /// <summary>Long enough for LINE's calls to be given up one after the other.</summary>
    private static readonly TimeSpan WorkFor = TimeSpan.FromMinutes(3);

    public const int LongestRemark = 400;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string buttons = "[]";

    private MenuEdition() { }

    /// <summary>Proposes a menu to the City.</summary>
    /// <param name="number">Counts the editions, from 1.</param>
    /// <param name="remark">What the City should know.</param>
    /// <exception cref="RuleException">The remark is too long.</exception>
    public static MenuEdition Propose(int number, MenuPicture picture, IReadOnlyList<MenuButton> buttons, string chatBarText, string remark, Guid staffId, DateTimeOffset now)
    {
        if (remark.Trim().Length > LongestRemark)
            throw new RuleException($"福岡市への説明は{LongestRemark}文字までです。");

        var edition = new MenuEdition
        {
            Id = Guid.CreateVersion7(now),
            Number = number,
            Picture = picture.Bytes,
            ContentType = picture.ContentType,
            buttons = JsonSerializer.Serialize(buttons, Json),
            ChatBarText = chatBarText,
            Remark = remark.Trim(),
            ProposedAt = now,
            ProposedBy = staffId,
        };
        edition.Digest = edition.ComputeDigest();
        return edition;
    }

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public byte[] Picture { get; private set; } = [];
    public string ContentType { get; private set; } = "";

    /// <summary>What stands on the bar that folds the menu.</summary>
    public string ChatBarText { get; private set; } = "";

    /// <summary>The buttons, row by row.</summary>
    public IReadOnlyList<MenuButton> Buttons => Read(buttons);

    public string Remark { get; private set; } = "";
    public DateTimeOffset ProposedAt { get; private set; }
    public Guid ProposedBy { get; private set; }

    /// <summary>SHA-256 of all that clients see and press. The City approves this, and nothing else is put up.</summary>
    public string Digest { get; private set; } = "";

    public MenuApproval? Approval { get; private set; }
    public MenuReturn? Return { get; private set; }
    public MenuStep? Withdrawal { get; private set; }
    public MenuDisplay? Display { get; private set; }
    public MenuStep? Removal { get; private set; }

    /// <summary>Until when somebody is putting it up or taking it down; a portal that dies meanwhile lets it run out.</summary>
    public DateTimeOffset? BusyUntil { get; private set; }

    public MenuState State => MenuStates.Of(Approval, Return, Withdrawal, Display, Removal);

    /// <summary>取り下げ: the contractor does not propose it any more.</summary>
    /// <exception cref="RuleException">The City has decided already.</exception>
    public void Withdraw(Guid staffId, DateTimeOffset now)
    {
        if (State != MenuState.Proposed)
            throw new RuleException("承認待ちの提案だけを取り下げられます。");
        Withdrawal = new(now, staffId);
    }

    /// <summary>Proposes it again after it was withdrawn.</summary>
    public void BringBack() => Withdrawal = null;

    /// <summary>承認: the City lets it be shown.</summary>
    /// <param name="seen">The <see cref="Digest"/> of what was looked at.</param>
    /// <exception cref="RuleException">It is not waiting, or the approver proposed it, or it is not what was looked at, or the letter's particulars are missing.</exception>
    public void Approve(string seen, ApprovalLetter letter, Guid staffId, DateTimeOffset now)
    {
        if (State != MenuState.Proposed)
            throw new RuleException("この提案は、いまは承認待ちではありません。");
        if (staffId == ProposedBy)
            throw new RuleException("メニューは、提案した人とは別の人が承認します。");
        if (seen != Digest || Digest != ComputeDigest())
            throw new RuleException("提案の内容が、見ていたものと違います。画面を読み込み直してください。");
        Approval = new(now, staffId, Digest, letter.Number, letter.On, letter.By);
    }

    /// <summary>差し戻し: the City does not let it be shown as it is; also after an approval, while it is not up.</summary>
    /// <exception cref="RuleException">It is up or just being put up, or withdrawn, or sent back already, or there is no reason.</exception>
    public void SendBack(string reason, Guid staffId, DateTimeOffset now)
    {
        if (State == MenuState.Up)
            throw new RuleException("表示中のメニューです。先に業務責任者が表示をやめてから、差し戻してください。");
        if (State is MenuState.SentBack or MenuState.Withdrawn)
            throw new RuleException("この提案は、もう差し戻せません。");
        if (BusyUntil > now)
            throw new RuleException("業務責任者が、いま表示を変えています。少し待ってから、もう一度押してください。");
        Return = reason.Trim() switch
        {
            "" => throw new RuleException("差し戻す理由を書いてください。"),
            { Length: > LongestRemark } => throw new RuleException($"差し戻す理由は{LongestRemark}文字までです。"),
            var words => new(now, staffId, words),
        };
        Approval = null;
    }

    /// <summary>Somebody begins to put it up or to take it down: one at a time, or each would clear away what the other has put up.</summary>
    public void Begin(DateTimeOffset now) => BusyUntil = now + WorkFor;

    /// <summary>That work ended, however it went.</summary>
    public void Rest() => BusyUntil = null;

    /// <exception cref="RuleException">The City has not approved exactly this.</exception>
    public void RefuseUnlessApproved()
    {
        if (Approval is null)
            throw new RuleException("福岡市が承認したメニューだけを表示できます。");
        if (Approval.Digest != ComputeDigest())
            throw new RuleException("承認されたあとに内容が変わっています。もう一度提案して、承認を受けてください。");
    }

    /// <summary>It is what everybody sees.</summary>
    /// <param name="lineId">What LINE calls it.</param>
    public void PutUp(string lineId, Guid staffId, DateTimeOffset now)
    {
        RefuseUnlessApproved();
        (Display, Removal) = (new(now, staffId, lineId), null);
    }

    /// <summary>Nobody sees it any more; it stays approved.</summary>
    public void TakeDown(Guid staffId, DateTimeOffset now) => Removal ??= new(now, staffId);

    internal static IReadOnlyList<MenuButton> Read(string buttons) => JsonSerializer.Deserialize<IReadOnlyList<MenuButton>>(buttons, Json) ?? [];

    private string ComputeDigest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(Picture));
        hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(buttons)));
        hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(ChatBarText)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

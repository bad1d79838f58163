using OneStop.Domain.Staff;

namespace OneStop.Domain.ReplyTemplates;

/// <summary>定型文のフォルダー. It says whose the templates in it are: everybody's, or one person's own.</summary>
public sealed class TemplateFolder
{
    public const int LongestName = 30;

    /// <summary>The owner of what is everybody's. No null, so that a name is there once for everybody on both engines.</summary>
    public static readonly Guid Everybody = Guid.Empty;

    private TemplateFolder() { }

    /// <summary>A new folder, after the others.</summary>
    /// <param name="ownerId">Whose it is; <see cref="Everybody"/> for a shared one.</param>
    /// <exception cref="RuleException">No name, or a long one.</exception>
    public static TemplateFolder Open(Guid ownerId, string name, int order, DateTimeOffset now)
    {
        var folder = new TemplateFolder { Id = Guid.CreateVersion7(now), OwnerId = ownerId, Order = order };
        folder.Rename(name);
        return folder;
    }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Its place among the folders of the same owner.</summary>
    public int Order { get; private set; }

    public bool IsShared => OwnerId == Everybody;

    /// <exception cref="RuleException">No name, or a long one.</exception>
    public void Rename(string name)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName)
            throw new RuleException($"フォルダー名を{LongestName}文字までで入力してください。", nameof(Name));
        Name = name;
    }

    /// <summary>Changes places with another one.</summary>
    public void Swap(TemplateFolder other) => (Order, other.Order) = (other.Order, Order);

    /// <summary>What is shared is worded by the manager, who answers for it; what is one's own, by oneself alone.</summary>
    public bool MayBeChangedBy(Actor actor) => IsShared ? actor.Duties.Contains(Duty.Manager) : actor.Id == OwnerId;

    /// <exception cref="RuleException">It is not this person's to change.</exception>
    public void RefuseUnlessChangedBy(Actor actor)
    {
        if (!MayBeChangedBy(actor))
            throw new RuleException(IsShared ? "共有の定型文を変えられるのは業務責任者です。" : "ほかの人の定型文は変えられません。");
    }
}

using OneStop.Domain.Staff;

namespace OneStop.Domain.ReplyTemplates;

/// <summary>定型文のフォルダー. Its owner is the owner of the templates in it: everybody, or one person.</summary>
public sealed class TemplateFolder
{
    public const int LongestName = 30;

    /// <summary>The owner of shared folders. Not null, so that the unique index on owner and name works on both engines.</summary>
    public static readonly Guid Everybody = Guid.Empty;

    private TemplateFolder() { }

    /// <summary>Creates a folder.</summary>
    /// <param name="ownerId">The owner; <see cref="Everybody"/> for a shared one.</param>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public static TemplateFolder Open(Guid ownerId, string name, int order, DateTimeOffset now)
    {
        var folder = new TemplateFolder { Id = Guid.CreateVersion7(now), OwnerId = ownerId, Order = order };
        folder.Rename(name);
        return folder;
    }

    public Guid Id { get; private set; }
    public Guid OwnerId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The position among the folders of the same owner.</summary>
    public int Order { get; private set; }

    public bool IsShared => OwnerId == Everybody;

    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public void Rename(string name)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName)
            throw new RuleException($"フォルダー名を{LongestName}文字までで入力してください。", nameof(Name));
        Name = name;
    }

    /// <summary>Exchanges the positions of two folders.</summary>
    public void Swap(TemplateFolder other) => (Order, other.Order) = (other.Order, Order);

    /// <summary>Whether the actor may change its templates: the manager those of a shared folder, a person only their own.</summary>
    public bool MayBeChangedBy(Actor actor) => IsShared ? actor.Duties.Contains(Duty.Manager) : actor.Id == OwnerId;

    /// <exception cref="RuleException">The actor may not change it.</exception>
    public void RefuseUnlessChangedBy(Actor actor)
    {
        if (!MayBeChangedBy(actor))
            throw new RuleException(IsShared ? "共有の定型文を変えられるのは業務責任者です。" : "ほかの人の定型文は変えられません。");
    }
}

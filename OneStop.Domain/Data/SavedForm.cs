using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>That a form which creates something was saved: saved once more, because its answer was lost, it creates nothing again.</summary>
public sealed class SavedForm
{
    private SavedForm() { }

    /// <param name="key">Made with what was typed.</param>
    /// <param name="createdId">What it created.</param>
    public static SavedForm Of(Guid key, Guid createdId, DateTimeOffset now) => new() { Key = key, CreatedId = createdId, At = now };

    public Guid Key { get; private set; }
    public Guid CreatedId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

internal sealed class SavedFormTable : IEntityTypeConfiguration<SavedForm>
{
    public void Configure(EntityTypeBuilder<SavedForm> form)
    {
        form.NotInTrail("the key of a form; what it created is in the trail");
        form.NobodyWatches("asked for when the same form is saved again");
        form.OpenToAll("keys alone; who may create what, its desk knows");
        form.HasKey(f => f.Key);
        form.HasIndex(f => f.At);
    }
}

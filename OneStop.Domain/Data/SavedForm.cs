using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>
/// The record that a form which creates something was saved. If it is submitted again because its response was lost, nothing more is created.
/// </summary>
public sealed class SavedForm
{
    private SavedForm() { }

    /// <param name="key">The key made when the form was opened.</param>
    /// <param name="createdId">The id of what it created.</param>
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

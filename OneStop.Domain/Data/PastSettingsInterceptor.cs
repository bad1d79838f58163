using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OneStop.Domain.Data;

/// <summary>Refuses a save that would change or delete a setting whose first day is past, so that no desk has to check it.</summary>
public sealed class PastSettingsInterceptor(TimeProvider clock) : SaveChangesInterceptor
{
    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
            Refuse(db);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is { } db)
            Refuse(db);
        return base.SavingChanges(eventData, result);
    }

    private void Refuse(DbContext db)
    {
        var today = ServiceDay.Of(clock.GetUtcNow()).Date;
        var changed = db.ChangeTracker.Entries<IDatedSetting>().Where(e => e.State is EntityState.Modified or EntityState.Deleted);
        if (changed.Any(e => e.Property<DateOnly>(nameof(IDatedSetting.EffectiveFrom)).OriginalValue < today))
            throw new RuleException("すでに始まった決まりは変えられません。新しい決まりを、これからの日付で決めてください。");
    }
}

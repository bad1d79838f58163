using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace OneStop.Domain.Data;

/// <summary>What the saves of one context have to announce, each topic once, kept until they are committed.</summary>
internal sealed class SavedTopics
{
    private readonly HashSet<(string Topic, Guid Id)> saving = [];
    private readonly HashSet<(string Topic, Guid Id)> saved = [];

    /// <summary>A row is about to be saved.</summary>
    public void Add(EntityEntry row)
    {
        foreach (var rule in Announcing.RulesOf(row.Metadata))
        {
            if (Counts(row, rule))
                saving.Add((rule.Topic, rule.Id is { } id ? (Guid)id.GetGetter().GetClrValue(row.Entity)! : default));
        }
    }

    /// <summary>Something is about to be saved of which the rows do not say whom it concerns.</summary>
    public void Add(string topic, Guid id) => saving.Add((topic, id));

    /// <summary>The save went well; its commit may be to come.</summary>
    public void Keep()
    {
        saved.UnionWith(saving);
        saving.Clear();
    }

    /// <summary>The save failed.</summary>
    public void Drop() => saving.Clear();

    /// <summary>What was saved and is not announced yet never will be: its transaction was not committed.</summary>
    public void Forget() => saved.Clear();

    /// <summary>All that was saved is committed.</summary>
    public void AnnounceTo(LiveUpdates live)
    {
        foreach (var (topic, id) in saved)
            live.Announce(id == default ? topic : $"{topic}:{id}");
        saved.Clear();
    }

    private static bool Counts(EntityEntry row, TopicRule rule)
    {
        foreach (var column in rule.When)
        {
            if (row.State == EntityState.Modified ? row.Property(column).IsModified : !Equals(column.GetGetter().GetClrValue(row.Entity), column.Sentinel))
                return true;
        }
        return rule.When.Count == 0;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace OneStop.Domain.Data;

/// <summary>The topics that the saves of one context have to announce, each once, kept until the commit.</summary>
internal sealed class SavedTopics
{
    private readonly HashSet<(string Topic, Guid Id)> saving = [];
    private readonly HashSet<(string Topic, Guid Id)> saved = [];

    /// <summary>Adds the topics of a row that is about to be saved.</summary>
    public void Add(EntityEntry row)
    {
        foreach (var rule in Announcing.RulesOf(row.Metadata))
        {
            if (Counts(row, rule) && (rule.Id is null ? default(Guid) : (Guid?)rule.Id.GetGetter().GetClrValue(row.Entity)) is { } id)
                saving.Add((rule.Topic, id));
        }
    }

    /// <summary>Adds a topic that no row declares.</summary>
    public void Add(string topic, Guid id) => saving.Add((topic, id));

    /// <summary>Called after a successful save, whose commit may follow later.</summary>
    public void Keep()
    {
        saved.UnionWith(saving);
        saving.Clear();
    }

    /// <summary>Called after a failed save.</summary>
    public void Drop() => saving.Clear();

    /// <summary>Drops topics that were saved but not announced, because their transaction was not committed.</summary>
    public void Forget() => saved.Clear();

    /// <summary>Announces all saved topics after the commit.</summary>
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

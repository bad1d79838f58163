using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Erasures.Carrying;

/// <summary>
/// Deletes what staff have typed into forms about the person and not saved. A draft names its subject in its key, by the id of any of the person's rows.
/// First of all steps: later the rows, and so their ids, are gone.
/// </summary>
internal sealed partial class FormDraftStep : IErasureStep
{
    /// <inheritdoc/>
    public string Table => nameof(FormDraft);

    /// <inheritdoc/>
    public async Task<ErasurePortion> Next(OneStopDb db, ErasedPerson person)
    {
        var keys = await db.FormDrafts.Select(d => d.Key).Distinct().ToListAsync();
        var named = keys.Select(k => (Key: k, Ids: IdsIn(k))).Where(k => k.Ids.Count > 0).ToList();
        var theirs = named.Count == 0 ? [] : await db.IdsOfAllRows(person);
        var found = named.Where(k => k.Ids.Exists(theirs.Contains)).Select(k => k.Key).ToList();
        return new(found.Count, 0, async () =>
        {
            foreach (var some in found.Chunk(500))
                await db.FormDrafts.Where(d => some.Contains(d.Key)).ExecuteDeleteAsync();
        });
    }

    /// <summary>Returns the ids in a key.</summary>
    public static List<Guid> IdsIn(string key) => [.. Id().Matches(key).Select(m => Guid.Parse(m.Value))];

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}

using OneStop.Domain.Approvals;
using OneStop.Domain.Data;

namespace OneStop.Domain.AnonymousTwins;

/// <summary>
/// 支援者ごとの経過記録（仕様書 10(2)）: texts of a person's course that can have an anonymised twin. Implemented beside the entity that has the text;
/// registered by convention. Whoever changes such a text calls <see cref="TwinQueries.OutdateTwins"/> in the same save.
/// </summary>
public interface ICourseTextSource
{
    /// <summary>The code of the kind, unique among all features; part of addresses.</summary>
    string Kind { get; }

    /// <summary>The name of such a text on screen and for the City.</summary>
    string InJapanese { get; }

    /// <summary>Returns the text; null if there is none, it is not final, or the actor may not read it.</summary>
    Task<CourseText?> Read(OneStopDb db, Guid id);
}

/// <summary>A text of a person's course.</summary>
/// <param name="On">The service day that it tells of.</param>
/// <param name="AuthorId">Who answers for it.</param>
/// <param name="Text">All parts with their headings.</param>
/// <param name="Link">The address of its page.</param>
public sealed record CourseText(Guid Id, Guid ClientId, DateOnly On, Guid AuthorId, string Text, string Link)
{
    /// <summary>Identifies the words: a twin belongs to exactly these.</summary>
    public string Digest => ContentDigest.Of(Text);

    /// <summary>Returns one text of several parts; empty parts are left out.</summary>
    public static string Join(params IEnumerable<(string Heading, string Text)> parts) =>
        string.Join("\n\n", parts.Where(p => p.Text.Length > 0).Select(p => $"【{p.Heading}】\n{p.Text}"));
}

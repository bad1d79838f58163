using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>
/// 質問: one question to a client, in easy words, and the fact that its answer proposes. Answers are kept as JSON of the fact's type, so that they can
/// be compared with the file and taken over whole.
/// </summary>
public abstract class Question
{
    /// <summary>The most characters of a code.</summary>
    public const int LongestCode = 40;

    /// <summary>Stored with each answer; never reused for another question.</summary>
    public required string Code { get; init; }

    /// <summary>The question as the client reads it.</summary>
    public required RubyText Words { get; init; }

    /// <summary>An example or an explanation; null if none is needed.</summary>
    public RubyText? Hint { get; init; }

    /// <summary>What the client reads if the rule of the fact refuses the answer: that rule's own words are for staff.</summary>
    public RubyText Refusal { get; init; } = "この{答|こた}えは、{受|う}け{取|と}れません。{書|か}き{方|かた}を、たしかめてください。";

    /// <summary>Whether it is suggested while the file does not know the fact. The others are asked only if staff choose them.</summary>
    public bool IsSuggested { get; init; }

    /// <summary>Whether it is asked only if a member of staff chooses it for this client: debts, the income of the household, health (ADR 38).</summary>
    public bool IsDelicate { get; init; }

    /// <summary>Whether the answer is added to a list in the file; otherwise it replaces what the file says.</summary>
    public bool IsAdded { get; init; }

    /// <summary>The group of facts.</summary>
    public abstract FactPurpose Purpose { get; }

    /// <summary>The name of the fact for staff.</summary>
    public abstract string Label { get; }

    /// <summary>How it is asked on the screen.</summary>
    public abstract AnswerShape Shape { get; }

    /// <summary>Reads what the client typed.</summary>
    /// <returns>The answer as it is kept.</returns>
    /// <exception cref="RuleException">It cannot be the answer. In easy words with readings, for the client.</exception>
    internal abstract string Read(ClientAnswers typed, DateOnly today);

    /// <summary>Returns an answer in the words of staff; empty for one that says nothing.</summary>
    internal abstract string Say(string answer);

    /// <summary>Returns what a client answered in the words of staff; that there is nothing is an answer too.</summary>
    internal string InWords(string answer) => Say(answer) is { Length: > 0 } said ? said : "なし";

    /// <summary>Whether the file knows the fact.</summary>
    internal bool IsKnown(FileFacts file) => Say(In(file)).Length > 0;

    /// <summary>Whether it makes sense for this client: who does not work is not asked for the wage.</summary>
    internal abstract bool Suits(FileFacts file);

    /// <summary>Returns what the file knows, as an answer.</summary>
    internal abstract string In(FileFacts file);

    /// <summary>Returns what the file would know after an answer was taken over, as an answer.</summary>
    internal abstract string Taken(FileFacts file, string answer);

    /// <summary>Writes a value into the file, within the caller's save.</summary>
    /// <exception cref="RuleException">The fact is not possible.</exception>
    internal abstract Task Write(OneStopDb db, Client client, string value, Guid by, DateTimeOffset now);
}

/// <inheritdoc/>
internal sealed class Question<TFacts, T>(FactPurpose purpose, FactPlace<TFacts> place, Expression<Func<TFacts, T>> fact, AnswerKind<T> kind) : Question
    where TFacts : class, IFacts<TFacts>, IEquatable<TFacts>, new()
{
    private readonly Func<TFacts, T> read = fact.Compile();

    public override FactPurpose Purpose => purpose;

    public override string Label => Named ?? FactWords.LabelOf((PropertyInfo)((MemberExpression)fact.Body).Member);

    /// <summary>The name for staff, if it is not that of the fact.</summary>
    public string? Named { get; init; }

    /// <summary>Returns the facts with another value.</summary>
    public required Func<TFacts, T, TFacts> With { get; init; }

    /// <summary>Whether the question makes sense beside what else its group knows.</summary>
    public Func<TFacts, bool> Suiting { get; init; } = _ => true;

    /// <summary>Returns what a list in the file becomes when an answer is added.</summary>
    public Func<T, T, T> Adding { get; init; } = (_, answer) => answer;

    public override AnswerShape Shape => kind.Shape;

    internal override string Read(ClientAnswers typed, DateOnly today)
    {
        var facts = With(new(), kind.Read(typed));
        try
        {
            return Write(read(facts.Checked(today)));
        }
        catch (RuleException)
        {
            throw new RuleException(Refusal.Marked);
        }
    }

    internal override string Say(string answer) => kind.Say(Parse(answer));

    internal override bool Suits(FileFacts file) => Suiting(file.Of<TFacts>());

    internal override string In(FileFacts file) => Write(read(file.Of<TFacts>()));

    internal override string Taken(FileFacts file, string answer) => Write(Adding(read(file.Of<TFacts>()), Parse(answer)));

    internal override async Task Write(OneStopDb db, Client client, string value, Guid by, DateTimeOffset now)
    {
        var facts = await place.Read(db, client);
        await place.Save(db, client, new(facts, With(facts, Parse(value))), by, now);
    }

    private static string Write(T value) => JsonSerializer.Serialize(value, JsonLists.Written);

    private static T Parse(string written) => JsonSerializer.Deserialize<T>(written, JsonLists.Written)!;
}

/// <summary>All facts of one client, read once.</summary>
internal sealed class FileFacts
{
    private readonly Dictionary<Type, object> facts = [];

    private FileFacts() { }

    /// <summary>Reads the facts that the actor may see.</summary>
    public static async Task<FileFacts> Read(OneStopDb db, Client client)
    {
        var file = new FileFacts();
        foreach (var place in (FactPlace[])[FactPlaces.Identity, FactPlaces.Phones, FactPlaces.Address, FactPlaces.Contact, FactPlaces.Work, FactPlaces.Skills,
            FactPlaces.Wishes, FactPlaces.Household, FactPlaces.Money, FactPlaces.Health])
        {
            var read = await place.ReadAny(db, client);
            file.facts[read.GetType()] = read;
        }
        return file;
    }

    /// <summary>Returns the facts of one group.</summary>
    public TFacts Of<TFacts>() => (TFacts)facts[typeof(TFacts)];
}

using OneStop.Domain.Clients.Forms;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>How a question is asked on the screen. The fields of a form have the names that the shape says.</summary>
public abstract record AnswerShape;

/// <summary>A choice on the screen.</summary>
/// <param name="Code">What the form sends.</param>
public sealed record OfferedAnswer(string Code, RubyText Words);

/// <summary>One of several choices, or any number of them.</summary>
public sealed record ChoicesShape(IReadOnlyList<OfferedAnswer> Choices, bool IsMany) : AnswerShape;

/// <summary>A text; a long one may have several lines.</summary>
/// <param name="Longest">The most characters.</param>
public sealed record TextShape(int Longest, bool IsLong) : AnswerShape;

/// <summary>A field of a row.</summary>
/// <param name="Name">The name of the field, before the number of the row.</param>
/// <param name="Longest">The most characters.</param>
public sealed record RowField(string Name, RubyText Words, int Longest, bool IsNumber);

/// <summary>Several fields beside each other, once or in several rows.</summary>
/// <param name="None">The box that says that there is nothing to write; null if there is none.</param>
public sealed record RowsShape(IReadOnlyList<RowField> Fields, int Rows, RubyText? None = null) : AnswerShape
{
    /// <summary>The name of the box.</summary>
    public const string NoneField = "none";
}

/// <summary>How the answer to a question is typed, read and said. One for each kind of answer.</summary>
/// <typeparam name="T">The type of the fact.</typeparam>
internal abstract class AnswerKind<T>
{
    /// <summary>The name of the only field of a form.</summary>
    public const string Field = "a";

    public abstract AnswerShape Shape { get; }

    /// <summary>Reads what was typed.</summary>
    /// <exception cref="RuleException">Nothing was typed, or it cannot be the answer. In easy words with readings, for the client.</exception>
    public abstract T Read(ClientAnswers typed);

    /// <summary>Returns the value as staff reads it; empty if there is none.</summary>
    public abstract string Say(T value);

    /// <summary>The refusal of an empty answer.</summary>
    protected static RuleException Nothing =>
        new("{答|こた}えをえらぶか、{書|か}いてください。{答|こた}えたくないときは「{答|こた}えたくない」を、あとにするときは「あとで」をおしてください。");
}

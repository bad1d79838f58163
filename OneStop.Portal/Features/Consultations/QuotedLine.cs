using OneStop.Domain.Consultations;
using OneStop.Domain.Consultations.Vocabulary;

namespace OneStop.Portal.Features.Consultations;

/// <summary>The field into which a quote or a template goes.</summary>
public enum QuotePlace
{
    /// <summary>主訴</summary>
    Complaint,

    /// <summary>見立て</summary>
    Assessment,

    /// <summary>行ったこと</summary>
    Support,
}

/// <summary>A quote from the conversation and where it goes.</summary>
public sealed record QuotedLine(string Text, QuotePlace Place)
{
    /// <summary>Returns the record with the quote at the end of the field.</summary>
    public ConsultationWish InsertedInto(ConsultationWish wish) => Place switch
    {
        QuotePlace.Complaint => wish with { Complaint = RecordInserts.Below(wish.Complaint, Text) },
        QuotePlace.Assessment => wish with { Assessment = RecordInserts.Below(wish.Assessment, Text) },
        _ => wish with { Support = RecordInserts.Below(wish.Support, Text) },
    };
}

/// <summary>What is put into a record by a button. Nothing that was typed is replaced.</summary>
internal static class RecordInserts
{
    extension(RecordTemplateWish template)
    {
        /// <summary>Returns the record with the patterns of the template below what stands there.</summary>
        public ConsultationWish InsertedInto(ConsultationWish wish) => wish with
        {
            Complaint = Below(wish.Complaint, template.Complaint),
            Assessment = Below(wish.Assessment, template.Assessment),
            Support = Below(wish.Support, template.Support),
            NextStep = Below(wish.NextStep, template.NextStep),
        };
    }

    /// <summary>Returns the name of a field on screen.</summary>
    public static string InJapanese(QuotePlace place) => place switch
    {
        QuotePlace.Complaint => "主訴",
        QuotePlace.Assessment => "見立て",
        _ => "行ったこと",
    };

    /// <summary>Returns a text with another one below it.</summary>
    public static string Below(string text, string more) => text.Trim().Length == 0 ? more : more.Length == 0 ? text : $"{text.TrimEnd()}\n{more}";
}

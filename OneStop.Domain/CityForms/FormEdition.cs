using OneStop.Domain.Conversations.Files;

namespace OneStop.Domain.CityForms;

/// <summary>
/// 様式の版: a template that a manager uploaded for a form. It stays for ever, because papers name the edition with which they were made. It is no
/// <see cref="IDatedSetting"/>: nothing of the past is computed from it, a wrong template is replaced on the same day, and one that was found to be
/// wrong weeks later is taken back.
/// </summary>
public sealed class FormEdition
{
    /// <summary>The most characters of a form's code, and of the note.</summary>
    public const int LongestCode = 60, LongestNote = 200;

    private FormEdition() { }

    /// <exception cref="RuleException">The first day is missing or past, or the note is too long.</exception>
    public static FormEdition Of(string formCode, FormEditionWish wish, TemplateFile file, Guid by, DateTimeOffset now)
    {
        if (wish.UsedFrom is not { } from || from < now.JapaneseDate)
            throw new RuleException("きょうからあとの日を選んでください。", nameof(wish.UsedFrom));
        if (wish.Note.Trim() is not { Length: <= LongestNote } note)
            throw new RuleException($"メモは{LongestNote}文字までです。", nameof(wish.Note));
        return new()
        {
            Id = Guid.CreateVersion7(now),
            FormCode = formCode,
            UsedFrom = from,
            Note = note,
            FileName = file.Name,
            Contents = file.Contents,
            Digest = file.Digest,
            UploadedBy = by,
            UploadedAt = now,
        };
    }

    public Guid Id { get; private set; }

    /// <summary><see cref="ICityForm.Code"/>.</summary>
    public string FormCode { get; private set; } = "";

    /// <summary>The first day on which it is used: until one that begins later, or on the same day and was uploaded later.</summary>
    public DateOnly UsedFrom { get; private set; }

    public string Note { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public FileContents? Contents { get; private set; }

    /// <summary>The SHA-256 of the bytes, in lower-case hexadecimal digits.</summary>
    public string Digest { get; private set; } = "";

    public Guid UploadedBy { get; private set; }
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>When and by whom it was taken back; null while it counts.</summary>
    public FormTakingBack? TakenBack { get; private set; }

    /// <summary>取り消し: it is no longer used; what was made with it stays.</summary>
    public void TakeBack(Guid by, DateTimeOffset now) => TakenBack ??= new(now, by);

    /// <summary>Undoes <see cref="TakeBack"/>.</summary>
    public void BringBack() => TakenBack = null;
}

/// <summary>When an edition was taken back, and by whom.</summary>
public sealed record FormTakingBack(DateTimeOffset At, Guid StaffId);

/// <summary>What a manager says of a template.</summary>
/// <param name="Note">What it is, or why it is new; may be empty.</param>
public sealed record FormEditionWish(DateOnly? UsedFrom, string Note);

/// <summary>A template that was checked and stored.</summary>
/// <param name="Digest">The SHA-256 of the bytes, in lower-case hexadecimal digits.</param>
public sealed record TemplateFile(FileContents Contents, string Name, string Digest);

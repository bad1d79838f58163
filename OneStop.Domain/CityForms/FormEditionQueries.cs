namespace OneStop.Domain.CityForms;

/// <summary>Queries over uploaded templates.</summary>
public static class FormEditionQueries
{
    extension(IQueryable<FormEdition> editions)
    {
        /// <summary>The templates of a form that count on a day, the one in use first; empty if the built-in one is used.</summary>
        public IQueryable<FormEdition> InUse(string formCode, DateOnly day) =>
            editions.Where(e => e.FormCode == formCode && e.UsedFrom <= day && e.TakenBack == null)
                .OrderByDescending(e => e.UsedFrom).ThenByDescending(e => e.UploadedAt);
    }
}

/// <summary>A form with its templates.</summary>
/// <param name="Editions">The newest first.</param>
public sealed record CityFormRow(ICityForm Form, IReadOnlyList<FormEditionRow> Editions)
{
    /// <summary>The template in use; null if it is the built-in one.</summary>
    public FormEditionRow? InUse => Editions.FirstOrDefault(e => e.State == FormEditionState.InUse);
}

/// <summary>A template in the history of its form.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="UploadedBy">The name of who uploaded it; <paramref name="TakenBackBy"/> likewise.</param>
public sealed record FormEditionRow(Guid Id, DateOnly UsedFrom, string Note, string FileName, string Digest, long Length, string UploadedBy,
    DateTimeOffset UploadedAt, string? TakenBackBy, FormEditionState State);

/// <summary>Whether a template is used today.</summary>
public enum FormEditionState
{
    /// <summary>使用中</summary>
    InUse,

    /// <summary>これから</summary>
    ToCome,

    /// <summary>以前の様式</summary>
    Former,

    /// <summary>取り消し済み</summary>
    TakenBack,
}

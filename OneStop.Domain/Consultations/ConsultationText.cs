using Microsoft.EntityFrameworkCore;
using OneStop.Domain.AnonymousTwins;
using OneStop.Domain.Data;

namespace OneStop.Domain.Consultations;

/// <summary>相談記録 as a text of the person's course. Only a confirmed record has a twin; its text is that of the newest version.</summary>
public sealed class ConsultationText : ICourseTextSource
{
    /// <summary>The code of this kind.</summary>
    public const string Code = "consultation";

    public string Kind => Code;

    public string InJapanese => "相談記録";

    public async Task<CourseText?> Read(OneStopDb db, Guid id)
    {
        var record = await db.Consultations.AsNoTracking().Confirmed().SingleOrDefaultAsync(c => c.Id == id);
        var version = record is null ? null
            : await db.ConsultationVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ConsultationId == id && v.Number == record.Edition);
        if (record is null || version is null)
            return null;
        var subjects = await db.ConsultationSubjects.Where(s => version.SubjectIds.Contains(s.Id)).OrderBy(s => s.Place).Select(s => s.Name).ToListAsync();
        return Of(record, version.Content, subjects);
    }

    /// <summary>Returns the text of a version of a record.</summary>
    /// <param name="subjects">The names of the subjects.</param>
    public static CourseText Of(Consultation record, ConsultationContent content, IEnumerable<string> subjects) =>
        new(record.Id, record.ClientId, record.Day.ServiceDay, record.StaffId, CourseText.Join(
            ("相談方法", content.Method.InJapanese), ("主題", string.Join("、", subjects)), ("主訴", content.Complaint), ("見立て", content.Assessment),
            ("行ったこと", content.Support), ("次の一手", content.NextStep)), $"/consultations/{record.Id}");
}

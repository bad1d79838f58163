using OneStop.Domain;
using OneStop.Domain.Consultations;
using OneStop.Domain.Consultations.Vocabulary;

namespace OneStop.Portal.Features.Consultations;

/// <summary>A version of a record as titled texts, for comparing two of them.</summary>
internal static class VersionWords
{
    /// <summary>Returns all parts of a version, always in the same order.</summary>
    public static IReadOnlyList<(string Title, string Text)> Of(VersionRow version, IReadOnlyList<SubjectRow> subjects)
    {
        var content = version.Content;
        var day = ServiceDay.Of(content.Begin);
        return
        [
            ("日時", $"{day} {ServiceDay.SayTime(content.Begin)}〜{ServiceDay.SayTime(day.TimeOf(content.End))}"),
            ("相談方法", content.Method.InJapanese),
            ("かかった時間", $"{content.Minutes}分"),
            ("担当", version.StaffName),
            ("場所", content.Place),
            ("主題", string.Join("、", subjects.Where(s => content.SubjectIds.Contains(s.Id)).Select(s => s.Name))),
            ("主訴", content.Complaint),
            ("見立て", content.Assessment),
            ("行ったこと", content.Support),
            ("次の一手", content.NextStep),
            ("いつまでに", content.NextStepOn is { } until ? JapanTime.Say(until) : ""),
        ];
    }
}

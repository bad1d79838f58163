using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.PersonTrail;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Accounts;
using OneStop.Tests.House;

namespace OneStop.Tests.Safeguards;

/// <summary>
/// 特記事項 4, 12: reading one person's data is recorded in the audit trail with that person. Every desk method that takes a
/// person's row is called, and the trail is checked.
/// </summary>
public sealed class OpenedRecordTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly Type[] Plain = [typeof(bool), typeof(int), typeof(Guid), typeof(DateOnly), typeof(DateTimeOffset), typeof(IDisposable)];

    [Fact]
    public async Task What_an_act_of_one_person_leaves_in_the_trail_is_what_was_approved()
    {
        var member = await oneStop.AMember("opener", Duty.Manager, Duty.Counselor);
        var lines = new List<string> { "# desk methods that are asked by a person's row and hand something out: the trace that the look leaves; a dash: nothing of the person goes out that was not opened before", "" };
        foreach (var (desk, act) in DutyMatrix.Desks.SelectMany(d => DutyMatrix.ActsOf(d).Where(HandsOut).Select(a => (d, a)))
            .OrderBy(a => $"{a.d.Name}.{a.a.Name}", StringComparer.Ordinal))
        {
            var person = await APerson.In(oneStop, member.Id);
            if (act.GetParameters().Any(p => IdOf(p, person) is not null))
                lines.Add($"{desk.Name}.{act.Name}: {await Traces(member, desk, act, person)}");
        }
        await Approved.Matches("Looks", lines);
    }

    [Fact]
    public async Task What_is_saved_as_a_file_is_recorded_each_time_with_whose_it_is()
    {
        var member = await oneStop.AMember("exporter", Duty.Manager, Duty.Counselor);
        var person = await APerson.In(oneStop, member.Id);
        for (var i = 0; i < 2; i++)
            await Ask(member, "exporting", typeof(Domain.Conversations.Files.FileDesk), typeof(Domain.Conversations.Files.FileDesk).GetMethod("Open")!, person);
        var entries = await Entries("exporting");
        Assert.Equal(2, entries.Count(e => e.Act == AuditAct.Exported && e.SubjectId == person.FileId.ToString()));
        Assert.Single(entries, e => e.Act == AuditAct.Looked); // once per sitting
        Assert.All(entries, e => Assert.Equal(person.FriendId, e.PersonId));
    }

    /// <summary>Returns whether a method returns data that can be looked at; a bool, a number or an id is not.</summary>
    private static bool HandsOut(MethodInfo act) =>
        act.GetCustomAttribute<AllowedAttribute>() is { } rule && (rule.AnyStaff || rule.Duties.Count > 0)
        && act.ReturnType.GetGenericArguments() is [var result] && !Plain.Contains(Nullable.GetUnderlyingType(result) ?? result);

    private async Task<string> Traces(StaffMember member, Type desk, MethodInfo act, APerson person)
    {
        var sitting = $"{desk.Name}.{act.Name}"[..Math.Min(40, desk.Name.Length + 1 + act.Name.Length)];
        await Ask(member, sitting, desk, act, person);
        await oneStop.WriteLooks();
        AuditAct[] looks = [AuditAct.Looked, AuditAct.Previewed, AuditAct.Exported];
        var traces = (await Entries(sitting)).Where(e => looks.Contains(e.Act) && e.PersonId is { } id && person.Ids.Contains(id))
            .Select(e => e.Act.ToString()).Distinct().Order(StringComparer.Ordinal).ToList();
        return traces.Count == 0 ? "-" : string.Join(", ", traces);
    }

    private Task Ask(StaffMember member, string sitting, Type desk, MethodInfo act, APerson person) => oneStop.As(member, async services =>
    {
        try
        {
            await (Task)act.Invoke(services.GetRequiredService(desk), [.. act.GetParameters().Select(p => ValueOf(p, person))])!;
        }
        catch (Exception)
        {
            // The call may be refused or miss the file: the look is recorded before that.
        }
    }, sitting);

    private static object? IdOf(ParameterInfo parameter, APerson person) => parameter.Name switch
    {
        "conversationId" => person.ConversationId,
        "conversationIds" => new[] { person.ConversationId },
        "clientId" or "personId" => person.ClientId,
        "bookingId" => person.BookingId,
        "fileId" => person.FileId,
        _ => null,
    };

    private static object? ValueOf(ParameterInfo parameter, APerson person) => IdOf(parameter, person)
        ?? (parameter.Name == "before" ? (object)long.MaxValue : null)
        ?? (parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType == typeof(string) ? ""
        : parameter.ParameterType == typeof(ListQuery<TrailFilter>) ? new ListQuery<TrailFilter>(new())
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);

    private Task<List<AuditEntry>> Entries(string sitting) => oneStop.Read(db => db.AuditEntries.AsNoTracking().Where(e => e.Sitting == sitting).ToListAsync());
}

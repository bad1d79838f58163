using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Domain;
using OneStop.Domain.Clients.Files;
using OneStop.Domain.Consultations;
using OneStop.Domain.PersonTrail;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;
using OneStop.Portal.Features.Accounts;
using OneStop.Tests.House;
using OneStop.Tests.ReplyTemplates;

namespace OneStop.Tests.Safeguards;

/// <summary>
/// 特記事項 4, 12: reading one person's data is recorded in the audit trail with that person. Every desk method that takes an id is
/// called, whatever the parameter's name, and the trail is checked if the result contains the person's data.
/// </summary>
public sealed class OpenedRecordTests(TestOneStop oneStop) : IClassFixture<TestOneStop>
{
    private static readonly Type[] Plain = [typeof(bool), typeof(int), typeof(Guid), typeof(DateOnly), typeof(DateTimeOffset), typeof(IDisposable)];

    private Guid template;

    [Fact]
    public async Task What_an_act_of_one_person_leaves_in_the_trail_is_what_was_approved()
    {
        var member = await oneStop.AMember("opener", Duty.Manager, Duty.Counselor);
        template = await oneStop.ATemplate("あいさつ", "あいさつ", "{{相談者}}さん");
        var lines = new List<string>
        {
            "# desk methods that are asked by a row's id and hand something out: the trace that the look leaves",
            "# a dash: it tells nothing of the person; refused: it gave no answer to what the test asks",
            "",
        };
        var silent = new List<string>();
        foreach (var (desk, act) in DutyMatrix.Desks.SelectMany(d => DutyMatrix.ActsOf(d).Where(HandsOut).Where(TakesAnId).Select(a => (d, a)))
            .OrderBy(a => $"{a.d.Name}.{a.a.Name}", StringComparer.Ordinal))
        {
            var person = await APerson.In(oneStop, member.Id);
            var (name, answers) = ($"{desk.Name}.{act.Name}", await Answers(member, desk, act, person));
            var (tells, traces) = (answers.Any(a => person.IsToldIn(a)), await Traces(member, desk, act, person));
            if (tells && traces is "")
                silent.Add(name);
            if (tells || traces is not "" || act.GetParameters().Any(p => IdOf(p, member, person) is { IsTheirs: true }))
                lines.Add($"{name}: {(traces is not "" ? traces : tells ? "NONE, and it tells of the person" : answers.Count > 0 ? "-" : "refused")}");
        }
        await Approved.Matches("Looks", lines);
        Assert.Empty(silent); // no approval lets it pass
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

    private static bool TakesAnId(MethodInfo act) => act.GetParameters().Any(p => IsId(p.ParameterType));

    private static bool IsId(Type type) => type == typeof(Guid) || type == typeof(Guid?) || type == typeof(IReadOnlyList<Guid>);

    private async Task<string> Traces(StaffMember member, Type desk, MethodInfo act, APerson person)
    {
        await oneStop.WriteLooks();
        AuditAct[] looks = [AuditAct.Looked, AuditAct.Previewed, AuditAct.Exported];
        return string.Join(", ", (await Entries(SittingFor(desk, act))).Where(e => looks.Contains(e.Act) && e.PersonId is { } id && person.Ids.Contains(id))
            .Select(e => e.Act.ToString()).Distinct().Order(StringComparer.Ordinal));
    }

    private static string SittingFor(Type desk, MethodInfo act) => $"{desk.Name}.{act.Name}"[..Math.Min(40, desk.Name.Length + 1 + act.Name.Length)];

    /// <summary>Calls the method and returns its results. If a parameter's name does not tell which row its id is of, each of the person's rows is tried.</summary>
    private async Task<List<object?>> Answers(StaffMember member, Type desk, MethodInfo act, APerson person)
    {
        var answers = new List<object?>();
        foreach (var row in act.GetParameters().Any(p => IsId(p.ParameterType) && IdOf(p, member, person) is null) ? person.Rows : [Guid.Empty])
            if (await Ask(member, SittingFor(desk, act), desk, act, person, row) is (true, var answer))
                answers.Add(answer);
        return answers;
    }

    private Task<(bool Answered, object? Answer)> Ask(StaffMember member, string sitting, Type desk, MethodInfo act, APerson person, Guid row = default) =>
        oneStop.As<(bool, object?)>(member, async services =>
        {
            try
            {
                var asked = (Task)act.Invoke(services.GetRequiredService(desk), [.. act.GetParameters().Select(p => ValueOf(p, member, person, row))])!;
                await asked;
                return (true, asked.GetType().GetProperty("Result")!.GetValue(asked));
            }
            catch (Exception)
            {
                // It refuses what it was asked for, or does not find the file: the look stands there before that.
                return (false, null);
            }
        }, sitting);

    private (Guid Id, bool IsTheirs)? IdOf(ParameterInfo parameter, StaffMember member, APerson person) => parameter.Name switch
    {
        "conversationId" or "conversationIds" => (person.ConversationId, true),
        "clientId" or "personId" => (person.ClientId, true),
        "bookingId" => (person.BookingId, true),
        "fileId" => (parameter.Member.DeclaringType == typeof(ClientFileDesk) ? person.ClientFileId : person.FileId, true),
        "consultationId" or "sourceId" => (person.ConsultationId, true),
        "templateId" => (template, false),
        "staffId" => (member.Id, false),
        _ => null,
    };

    private object? ValueOf(ParameterInfo parameter, StaffMember member, APerson person, Guid row)
    {
        var type = parameter.ParameterType;
        if (IsId(type) && (IdOf(parameter, member, person)?.Id ?? row) is var id)
            return type == typeof(IReadOnlyList<Guid>) ? new[] { id } : id;
        return parameter.Name switch
        {
            "before" => long.MaxValue,
            "kind" => ConsultationText.Code,
            "phone" => APerson.Phone,
            "view" => ClientFileView.Pdf,
            "seen" when type == typeof(string) => APerson.Phone[^4..],
            _ when parameter.HasDefaultValue => parameter.DefaultValue,
            _ when type == typeof(string) => "はい",
            _ when type == typeof(ClientFileFilter) => ClientFileFilter.First,
            _ when type == typeof(ListQuery<TrailFilter>) => new ListQuery<TrailFilter>(new()),
            _ => type.IsValueType ? Activator.CreateInstance(type) : null,
        };
    }

    private Task<List<AuditEntry>> Entries(string sitting) => oneStop.Read(db => db.AuditEntries.AsNoTracking().Where(e => e.Sitting == sitting).ToListAsync());
}

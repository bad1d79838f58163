using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Domain.SupportPrograms.Contents;

namespace OneStop.Portal.Demo;

/// <summary>A client who read the approved program on the telephone and wants to talk about it first.</summary>
internal sealed class ConfirmationChapter : IDemoChapter
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> After => [typeof(ProgramChapter)];

    /// <inheritdoc/>
    public Task Write(DemoBook book)
    {
        var program = book.Written<SupportProgram>().First(p => p.State == ProgramState.WithClient);
        var circumstances = book.Written<Circumstances>().Single(c => c.Id == program.Newest.CircumstancesId);
        var (client, planner, made) = (book.Written<Client>().Single(c => c.Id == program.ClientId), program.PlannerId, book.Now.AddDays(-2));
        var link = ClientLink.Showing(ProgramConfirmation.Kind, SupportConsents.Program, client, planner, made, ProgramConfirmation.GoodFor);
        var page = ProgramConfirmation.Of(program, link, ProgramContent.Of(program.Newest, circumstances).Digest, ConfirmationGate.Code, planner, made);
        page.Copy(planner, made.AddMinutes(4));
        var read = made.AddHours(26);
        page.Pass(read);
        page.Take(ConfirmationAnswer.WantsTalk, "月2回は、仕事の休みが合わないかもしれません。土曜日にできるか聞きたいです。", read.AddMinutes(9));
        link.Submit(read.AddMinutes(9));
        book.AddRange(link, page);
        return Task.CompletedTask;
    }
}

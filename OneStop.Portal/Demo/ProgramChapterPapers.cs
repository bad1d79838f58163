using OneStop.Domain;
using OneStop.Domain.Approvals;
using OneStop.Domain.Clients;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.SupportPrograms.Papers;

namespace OneStop.Portal.Demo;

/// <content>Papers for offices.</content>
internal sealed partial class ProgramChapter
{
    private sealed partial class Course
    {
        /// <summary>A paper with the name goes to an office that decides on a benefit; a second one was only made.</summary>
        public Course Paper(int days)
        {
            var (at, office) = (Ago(days), partners.First(p => p.DecidesOnBenefits));
            var consent = Consent.To(SharingConsent.To, program.ClientId, planner, at, new(ConsentWay.Paper, "", new(office.Id, office.Name)));
            var handed = ProgramHandOver.Of(program.Newest, office, consent.Id, new(PaperFormat.Pdf, ContentDigest.Of($"{Digest} PDF"), null), planner, at);
            handed.HandOver(new(at.JapaneseDate, HandOverWay.Counter, "給付金の担当"), planner, at.AddHours(2));
            book.AddRange(consent, handed,
                ProgramHandOver.Of(program.Newest, office, consent.Id, new(PaperFormat.Excel, ContentDigest.Of($"{Digest} Excel"), null), planner, at.AddHours(1)));
            return this;
        }
    }
}

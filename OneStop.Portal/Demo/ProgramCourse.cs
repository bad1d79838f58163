using OneStop.Domain;
using OneStop.Domain.Clients;
using OneStop.Domain.Clients.Consents;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Partners;
using OneStop.Domain.Partners.Signpostings;
using OneStop.Domain.Staff;
using OneStop.Domain.SupportPrograms;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Comments;
using OneStop.Domain.SupportPrograms.Conditions;
using OneStop.Domain.SupportPrograms.Confirmations;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Following;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Portal.Demo;

/// <content>What becomes of a program, step by step.</content>
internal sealed partial class ProgramChapter
{
    /// <summary>The course of one program; all days are counted back from now.</summary>
    private sealed partial class Course
    {
        private readonly DemoBook book;
        private readonly DemoProgram words;
        private readonly SupportProgram program;
        private readonly Circumstances circumstances;
        private readonly List<Partner> partners;
        private readonly List<ItemStanding> standings = [];
        private readonly Guid planner, second;

        public Course(DemoBook book, Client client, DemoProgram words, int number, DateTimeOffset at)
        {
            (this.book, this.words, partners) = (book, words, [.. book.Written<Partner>()]);
            (planner, second) = (book.With(Duty.Planner)[0], book.With(Duty.Manager)[0]);
            var id = Guid.CreateVersion7(at);
            circumstances = Circumstances.First(id, Carried(client.Id, at), planner, at);
            program = SupportProgram.Begin(id, client.Id, number, at.JapaneseDate, circumstances, planner, at);
            program.LedBy(new(ProgramLead.Ours, ""));
            book.AddRange(circumstances, program, Consent.To(SupportConsents.Program, client.Id, planner, at));
        }

        private DateTimeOffset Ago(int days) => book.Now.AddDays(-days);

        private string Digest => ProgramContent.Of(program.Newest, circumstances).Digest;

        public void HalfWritten()
        {
            circumstances.Rewrite(circumstances.Notes with { Life = words.Life }, planner, Ago(2));
            program.Newest.Rewrite([Goal(words.Goals[0], Ago(2)) with { Until = null, OwnWords = "" }], planner, Ago(2));
        }

        public Course Write()
        {
            var at = program.StartedAt.AddHours(3);
            circumstances.Rewrite(circumstances.Notes with { Life = words.Life, Work = words.Work, Motivation = words.Motivation }, planner, at);
            var pairs = words.Pairs.Select(p => new BarrierPair { Id = Guid.CreateVersion7(at), Kind = p.Kind, Hard = p.Hard, Strength = p.Strength });
            circumstances.Rewrite([.. pairs], planner, at);
            circumstances.Rewrite(new Budget
            {
                Lines = [new(true, "給料", words.Wage), new(true, "児童扶養手当", 43_000), new(false, "家賃", words.Rent), new(false, "食費", 42_000),
                    new(false, "電話・通信", 9_000)],
            }, planner, at);
            program.Newest.Rewrite([.. words.Goals.Select(g => Goal(g, at))], planner, at);
            program.Newest.Rewrite([.. words.Items.Select(i => Item(i, at))], planner, at);
            return this;
        }

        public Course Ask(int days)
        {
            program.Ask([], Digest, "面談の記録と合わせて、確認をお願いします。", planner, Ago(days));
            return this;
        }

        public Course SendBack(int days)
        {
            program.SendBack("目標の時期と、支援の期間が合っていません。コメントのところを確かめてください。", second, Ago(days));
            book.AddRange(ProgramComment.On(program, new(ProgramSection.Goals, program.Newest.Goals[0].Id), "この時期は、研修が終わる日より前です。", second, Ago(days)),
                ProgramComment.On(program, new(ProgramSection.Items, program.Newest.Items[0].Id), "本人が行く日は、もう決まっていますか。", second, Ago(days)));
            return this;
        }

        public Course Approve(int days)
        {
            program.Approve(Digest, Digest, second, Ago(days));
            return this;
        }

        public Course Establish(int days)
        {
            var (at, day) = (Ago(days), Ago(days).JapaneseDate);
            Confirm(at);
            program.Establish(new(at, day, ConfirmationWay.Page, Digest, null, null), circumstances.Carried, day.AddMonths(1), at);
            circumstances.Fix(at);
            foreach (var item in program.Newest.Items.Where(i => !standings.Exists(s => s.ItemId == i.Id)))
                standings.Add(ItemStanding.Of(program.Id, item, at));
            book.AddRange(standings.Except(book.Written<ItemStanding>()));
            return this;
        }

        /// <summary>The client read the page on the telephone, a day after it was sent.</summary>
        private void Confirm(DateTimeOffset at)
        {
            var (client, made) = (book.Written<Client>().Single(c => c.Id == program.ClientId), at.AddDays(-1));
            var link = ClientLink.Showing(ProgramConfirmation.Kind, SupportConsents.Program, client, planner, made, ProgramConfirmation.GoodFor);
            var page = ProgramConfirmation.Of(program, link, Digest, ConfirmationGate.Code, planner, made);
            page.Copy(planner, made.AddMinutes(3));
            page.Pass(at.AddMinutes(-8));
            page.Take(ConfirmationAnswer.Confirmed, "", at);
            link.Submit(at);
            book.AddRange(link, page);
        }

        public Course Review(int days, int round)
        {
            var (at, goal) = (Ago(days), program.Newest.Goals[^1]);
            var review = ProgramReview.Of(program, new()
            {
                On = at.JapaneseDate,
                StaffId = planner,
                Items = [.. program.Newest.Items.Select((item, i) => new ItemNote(item.Id, item.What, words.Done[i])).Where((_, i) => i % 2 == round)],
                Goals = [new(goal.Id, goal.Words, round == 0 ? 50 : 75, words.Evidence[round])],
                Obstacles = round == 0 ? words.Obstacle : "",
                Next = program.Newest.Items[^1].ClientDoes,
                NextOn = at.JapaneseDate.AddMonths(1),
            }, planner, at);
            program.ReviewOn(at.JapaneseDate.AddMonths(1));
            standings[0].Change(round == 0 ? new(ItemState.Underway, null, "") : new(ItemState.Done, ItemOutcome.Reached, ""), planner, at);
            standings[1].Change(new(ItemState.Underway, null, ""), planner, at);
            book.Add(review);
            return this;
        }

        public Course Contact(int days, bool sharesName)
        {
            var (at, partner) = (Ago(days), partners[sharesName ? 0 : 2]);
            var taking = new ConsentTaking(ConsentWay.Paper, "", new(partner.Id, partner.Name));
            var consent = sharesName ? Consent.To(SharingConsent.To, program.ClientId, planner, at, taking) : null;
            if (consent is not null)
                book.Add(consent);
            book.Add(ProgramContact.Of(program.Id, partner, new()
            {
                On = at.JapaneseDate,
                Who = sharesName ? "就職支援ナビゲーター" : "給付金の担当",
                Way = ContactWay.Phone,
                Words = sharesName ? "希望の時間と、面接の前に練習したいことを伝えた。来週、マザーズコーナーで会う。" : "事前相談の予約の取り方と、持って行くものを聞いた。",
            }, consent?.Id, planner, at));
            return this;
        }

        /// <summary>Aims change: the whole way once more.</summary>
        public Course Revise(int days)
        {
            Change("資格を先に取ることにした", days);
            var goals = program.Newest.Goals;
            program.Newest.Rewrite([goals[0] with { MonthlyIncome = goals[0].MonthlyIncome + 10_000 }, .. goals.Skip(1)], planner, Ago(days));
            return Ask(days - 1).Approve(days - 2).Establish(days - 4);
        }

        /// <summary>Only dates change: the short way.</summary>
        public Course MoveDates(int days)
        {
            Change("講習の終わりが1か月のびた", days);
            program.Newest.Rewrite([.. program.Newest.Items.Select(i => i with { Until = i.Until?.AddMonths(1) })], planner, Ago(days));
            program.EstablishDates(isOnlyDates: true, new(Ago(days), Ago(days).JapaneseDate, ConfirmationWay.OnlyDates, Digest, planner, null), Ago(days));
            foreach (var standing in standings)
                standing.Stand(program.Newest.Items.First(i => i.Id == standing.ItemId).Until);
            return this;
        }

        public void End(int days)
        {
            var at = Ago(days);
            foreach (var standing in standings)
                standing.Change(new(ItemState.Done, ItemOutcome.Reached, ""), planner, at);
            program.EndBy(new(at.JapaneseDate, ProgramEndReason.Achieved), new(at, planner, "希望していた仕事に就いた。", ""), book.Now.JapaneseDate.AddDays(4), at);
        }

        public void NotBegun(int days) => program.EndBy(new(Ago(days).JapaneseDate, ProgramEndReason.NotBegun),
            new(Ago(days), planner, "家族の体調が落ち着いてから考えたい、との希望。", "就業相談を月1回つづける。みほん区役所の子育て支援課も案内した。"), null, Ago(days));

        private void Change(string reason, int days) =>
            program.Change(program.Versions.First(v => v.Number == program.EstablishedEdition), reason, planner, Ago(days));

        private static Goal Goal(DemoGoal goal, DateTimeOffset at) => new()
        {
            Id = Guid.CreateVersion7(at),
            Term = goal.Term,
            OwnWords = goal.OwnWords,
            Words = goal.Words,
            MonthlyIncome = goal.Income,
            Form = goal.Form,
            Yardstick = goal.Yardstick,
            Until = at.JapaneseDate.AddMonths(goal.Months),
        };

        private SupportItem Item(DemoItem item, DateTimeOffset at) => new()
        {
            Id = Guid.CreateVersion7(at),
            Kind = item.Kind,
            PartnerId = item is { Kind: SupportItemKind.Partner, Partner: { } place } ? partners[place].Id : null,
            What = item.What,
            StaffId = item.Kind == SupportItemKind.Consultation ? planner : null,
            Responsible = item.Responsible,
            From = at.JapaneseDate.AddDays(item.From),
            Until = at.JapaneseDate.AddDays(item.From + item.Days),
            HowOften = item.HowOften,
            ClientDoes = item.ClientDoes,
        };

        private CarriedFacts Carried(Guid client, DateTimeOffset at)
        {
            var work = book.Written<ClientWork>().First(g => g.ClientId == client);
            List<CarriedGroup> groups =
            [
                Group(FactPurpose.Household, book.Written<ClientHousehold>().First(g => g.ClientId == client).Facts),
                Group(FactPurpose.Money, book.Written<ClientMoney>().First(g => g.ClientId == client).Facts),
                Group(FactPurpose.Work, work.Facts),
                Group(FactPurpose.Skills, book.Written<ClientSkills>().First(g => g.ClientId == client).Facts),
                Group(FactPurpose.Wishes, book.Written<ClientWishes>().First(g => g.ClientId == client).Facts),
            ];
            return new([.. groups.Where(g => g.Rows.Count > 0)], work.Facts.MonthlyIncome, work.Facts.WeeklyHours, work.Facts.Form);

            CarriedGroup Group(FactPurpose purpose, object facts) => new(purpose, at.AddDays(-1), "朝倉 ひかり", [.. FactWords.Rows(facts, at.JapaneseDate)]);
        }
    }
}

using System.Text.Json;
using Noether.Reports;
using Noether.Verification;

namespace Noether.Reporting.Json;

/// <summary>Writes and reads the part "group".</summary>
internal static class GroupWriter
{
    private const string Generator = "generator";

    internal static void Write(Utf8JsonWriter writer, GroupReport group)
    {
        writer.WriteString("name", group.Name);
        writer.WriteField("outputGroup", group.OutputGroup);
        writer.WriteBoolean("compact", group.IsCompact);
        writer.WriteField("pValue", group.PValue);
        writer.WriteField("brokenShare", group.BrokenShare);
        writer.WriteRows<TestedMember>("members", group.Members, WriteMember);
        if (!group.Worst.IsEmpty)
        {
            writer.WritePropertyName("worst");
            writer.WriteList(group.Worst, (list, place) => list.WriteLine(line => line.WriteList(place, CompactJson.WriteNumber), inList: true));
        }
    }

    internal static GroupReport Read(JsonPlace group) => new(group["name"].Text, group["compact"].Truth, group["members"].List(Member))
    {
        OutputGroup = group.Find("outputGroup")?.Text,
        PValue = group.Find("pValue")?.Number,
        BrokenShare = group.Find("brokenShare")?.Number,
        Worst = group.Find("worst")?.List(place => place.List(number => number.Number)) ?? [],
    };

    private static void WriteMember(Utf8JsonWriter line, TestedMember member)
    {
        line.WriteString("name", member.Name);
        line.WriteString("kind", member.IsGenerator ? Generator : "element");
        line.WriteField("value", member.Asymmetry.Value);
        line.WriteField("lower", member.Asymmetry.Lower);
        line.WriteField("upper", member.Asymmetry.Upper);
        line.WriteField("change", member.Change);
    }

    private static TestedMember Member(JsonPlace member) => new(
        member["name"].Text,
        member["kind"].Text == Generator,
        new(member["value"].Number, member["lower"].Number, member["upper"].Number, 0, 0),
        member.Find("change")?.Number);
}

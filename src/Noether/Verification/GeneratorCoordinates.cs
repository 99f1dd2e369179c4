using Noether.Data;
using Noether.Generators;
using Noether.Numerics;
using Noether.Transformations;

namespace Noether.Verification;

/// <summary>
/// Claimed fields as matrices: in the frame, where they are named, and in the user's coordinates, with the errors of their entries.
/// </summary>
internal sealed class GeneratorCoordinates
{
    // Unit fields about a fixed point keep at least this share of their square, ten spreads away: what is left of translations is noise.
    private const double SmallestLinear = 0.01;

    private readonly ImmutableArray<Matrix> _input; // linear about the centre, or [A b; 0 0]; norm sqrt(2)
    private readonly ImmutableArray<Matrix> _errors;
    private readonly CoordinateFrame _frame;
    private readonly FieldLayout _fields;

    private GeneratorCoordinates(ImmutableArray<Matrix> inFrame, ImmutableArray<Matrix> input, ImmutableArray<Matrix> errors, CoordinateFrame frame, FieldLayout fields) =>
        (InFrame, _input, _errors, _frame, _fields) = (inFrame, input, errors, frame, fields);

    /// <summary>
    /// Orthonormal matrices in the frame: linear ones about the fixed point, or [A b; 0 0] without one. Shape [count][r or r + 1, the
    /// same].
    /// </summary>
    public ImmutableArray<Matrix> InFrame { get; }

    /// <summary>The standard error of their entries, root mean square.</summary>
    public required double Error { get; init; }

    /// <summary>The fixed point in the frame; null where there is none.</summary>
    public required double[]? Centre { get; init; }

    /// <summary>The asymmetry of the fields that leave the fixed point where it is; null where there is none.</summary>
    public required Asymmetry? Asymmetry { get; init; }

    /// <summary>Whether several vectors are moved by one matrix.</summary>
    public bool IsTied => _fields.Count > 1;

    /// <summary>Finds them.</summary>
    public static GeneratorCoordinates Of(SymmetryTest test, SymmetrySearch search, int count, CoordinateFrame frame, SymmetryFinderOptions options)
    {
        var r = frame.Rank;
        var fields = search.Fields.FirstRows(count);
        var mixing = Orthonormalising(fields);
        var moves = FieldErrors.Moves(test, search, count).Select(move => mixing * move).ToArray();
        var frames = Matrices(mixing * fields, r);
        var error = Math.Sqrt(moves.Sum(move => move.InnerProduct(move)) / (count * fields.Columns));
        var (point, miss) = SymmetryNaming.FixedPoint(frames);
        var isNear = miss <= options.LargestCentreError + (4 * error * Math.Sqrt(r)) && AreIndependent(frames);
        var centred = isNear ? test.Judge(About(point, frames)) : null;
        var limit = Math.Max(options.Test.Tolerance, search.Prefixes[count - 1].Asymmetry.Upper);
        var centre = centred is not null && centred.Asymmetry.Upper <= limit ? point : null;
        var linear = frames.Select(field => Linear(field, r)).ToImmutableArray();
        var isTied = options.Fields.Count > 1;
        var input = frames.Select(field => InInput(frame.ToInput(field), centre is not null, options.Fields)).ToImmutableArray();
        var scales = input.Select(matrix => PrincipalGenerators.UnitNorm / matrix.Norm).ToArray();
        var errors = Enumerable.Range(0, count).Select(k => Errors([.. moves.Select(move => InInput(frame.ToInput(SpanClaim.AsMatrix(move.Row(k), r)), centre is not null, options.Fields))], scales[k])).ToImmutableArray();
        var named = isTied ? [.. input.Select((matrix, k) => scales[k] * matrix)] : centre is not null ? linear : frames;
        return new(named, [.. input.Select((matrix, k) => scales[k] * matrix)], errors, frame, options.Fields)
        {
            Error = isTied ? errors.Max(entries => entries.Norm / Math.Sqrt(entries.Entries.Length)) : error,
            Centre = centre,
            Asymmetry = centre is null ? null : centred!.Asymmetry,
        };
    }

    /// <summary>
    /// Coordinates of the frame in those of the input. Shape from [r, r] to [r, n], with one more row and column where there is no
    /// fixed point.
    /// </summary>
    public Matrix ToInput(Matrix coordinates)
    {
        var n = _frame.Map.Columns;
        if (Centre is not null)
        {
            return coordinates * _frame.Map;
        }

        var (r, shift) = (_frame.Rank, new double[_frame.Rank]);
        _frame.Map.Apply(_frame.Centre.AsSpan(), shift);
        return coordinates * Matrix.Generate(r + 1, n + 1, (i, j) => i == r ? (j == n ? 1 : 0) : j == n ? -shift[i] : _frame.Map[i, j]);
    }

    /// <summary>The generators in the user's coordinates.</summary>
    public GeneratorEstimate Estimate(SymmetrySearch search, PointCloud points, SymmetryFinderOptions options)
    {
        var n = points.Dimension;
        var centre = _frame.Centre.ToArray();
        if (Centre is { } point)
        {
            var shift = new double[n];
            _frame.Lift.Apply(point, shift);
            System.Numerics.Tensors.TensorPrimitives.Add(centre, shift, centre);
        }

        return EmptyEstimate.Of("asymmetry", IsTied || Centre is null ? new double[n] : centre, GramSchmidt.Rows(_frame.Map)) with
        {
            Spectrum = search.Values,
            Generators = _input,
            EntryErrors = _errors,
            Fields = options.Fields,
            Space = Centre is null && !IsTied ? GeneratorSpace.Affine : GeneratorSpace.Linear,
            Explained = 1,
            CountStability = 1,
            FewestCount = _input.Length,
            MostCount = _input.Length,
            Used = points.Count,
        };
    }

    // The fields A (z - p). Shape [count, r (r + 1)].
    private static Matrix About(double[] point, ImmutableArray<Matrix> fields)
    {
        var r = point.Length;
        return Matrix.Generate(fields.Length, r * (r + 1), (k, at) =>
        {
            var (i, j) = (at / (r + 1), at % (r + 1));
            return j < r ? fields[k][i, j] : -Enumerable.Range(0, r).Sum(column => fields[k][i, column] * point[column]);
        });
    }

    // Fields that are mostly translations are no fields without them. Unit fields: the Gram matrix is 1 where translations are 0.
    private static bool AreIndependent(ImmutableArray<Matrix> fields)
    {
        var linear = fields.Select(field => Linear(field, field.Rows - 1)).ToArray();
        return SymmetricEigen.Of(Matrix.Generate(linear.Length, linear.Length, (a, b) => linear[a].InnerProduct(linear[b]))).Values[0] > SmallestLinear;
    }

    private static Matrix InInput(Matrix field, bool isLinear, FieldLayout fields) =>
        fields.Count > 1 ? TiedFields.Single(fields, field) : isLinear ? Linear(field, field.Rows - 1) : field;

    private static Matrix Linear(Matrix field, int size) => Matrix.Generate(size, size, (i, j) => field[i, j]);

    private static Matrix Errors(Matrix[] moves, double scale) => Matrix.Generate(
        moves[0].Rows, moves[0].Columns, (i, j) => scale * Math.Sqrt(moves.Sum(move => move[i, j] * move[i, j])));

    private static ImmutableArray<Matrix> Matrices(Matrix fields, int dimension) =>
        [.. Enumerable.Range(0, fields.Rows).Select(k => SpanClaim.AsMatrix(fields.Row(k), dimension))];

    // W with W F F^T W^T = 1.
    private static Matrix Orthonormalising(Matrix fields)
    {
        var gram = SymmetricEigen.Of(fields * fields.Transposed);
        return gram.Vectors.Transposed * Matrix.Generate(fields.Rows, fields.Rows, (k, i) => gram.Vectors[k, i] / Math.Sqrt(gram.Values[k]));
    }
}
